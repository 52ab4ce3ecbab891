import * as z from "zod";
import { WorkspaceId } from "./workspaces.ts";

/** Bounds of `sessionMaxMinutes`: a quarter of an hour, and the 30 days after which every session ends anyway. */
export const SESSION_MINUTES = { min: 15, max: 43_200 };
export const MAX_INVITATION_DOMAINS = 50;

/** A domain of email addresses in the form it is compared in: lower case, ASCII (`bücher.de` is `xn--bcher-kva.de`). */
export const EmailDomain = z
  .string()
  .max(253, "DOMAIN_INVALID")
  .transform((value) => asciiDomain(value.trim().replace(/^@/, "")))
  .refine((value) => /^(?=.{1,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]*[a-z0-9]$/.test(value), {
    error: "DOMAIN_INVALID",
  });

/** What is left out stays; null takes a rule away. */
export const UpdatePolicyInput = z.strictObject({
  id: WorkspaceId,
  /** From when on a second factor is needed; a time that has passed means now. */
  mfaRequiredFrom: z.iso.datetime({ error: "INVALID" }).nullable().optional(),
  sessionMaxMinutes: z
    .int("SESSION_MINUTES_RANGE")
    .min(SESSION_MINUTES.min, "SESSION_MINUTES_RANGE")
    .max(SESSION_MINUTES.max, "SESSION_MINUTES_RANGE")
    .nullable()
    .optional(),
  invitationDomains: z
    .array(EmailDomain)
    .max(MAX_INVITATION_DOMAINS, "TOO_MANY")
    .transform((domains) => [...new Set(domains)].sort())
    .optional(),
});

function asciiDomain(domain: string): string {
  // Only a bare host name: with a scheme's separators or a port the URL would read something else into it.
  if (!/^[^\s/\\?#@:[\]%]+$/.test(domain)) return "";
  return URL.canParse(`http://${domain}`) ? new URL(`http://${domain}`).hostname : "";
}
