import * as z from "zod";
import { COUNTRIES, normaliseTaxId } from "../countries.ts";
import { LOCALES } from "../locale.ts";
import { lineOfText } from "../text.ts";
import { EmailAddress, TimeZone } from "./identity.ts";
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

/** A time of day, 24 hours: `09:00`. */
const TimeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, "TIME_INVALID");
const Weekday = z.int("INVALID").min(1, "INVALID").max(7, "INVALID");

/** What is left out stays. Weekdays are ISO's: 1 is Monday. */
export const UpdateSettingsInput = z.strictObject({
  id: WorkspaceId,
  timeZone: TimeZone.optional(),
  workDays: z
    .array(Weekday)
    .min(1, "WORK_DAYS")
    .max(7, "WORK_DAYS")
    .transform((days) => [...new Set(days)].sort())
    .optional(),
  dayStart: TimeOfDay.optional(),
  /** No later than the start: on the next day. */
  dayEnd: TimeOfDay.optional(),
  /** How long is worked between the two, breaks left out. */
  minutesPerDay: z.int("DAY_LENGTH").min(1, "DAY_LENGTH").max(1440, "DAY_LENGTH").optional(),
  locale: z.enum(LOCALES, "INVALID").optional(),
  weekStart: Weekday.optional(),
  /** `#rrggbb`; null: the product's own. */
  accentColour: z
    .string()
    .transform((colour) => colour.trim().toLowerCase())
    .pipe(z.string().regex(/^#[0-9a-f]{6}$/, "COLOUR_INVALID"))
    .nullable()
    .optional(),
});

const line = (max: number) => lineOfText(0, max, "TOO_LONG");

/** What is left out stays; an empty text takes a field away. */
export const UpdateBillingInput = z.strictObject({
  id: WorkspaceId,
  billingEmail: z.union([z.literal(""), EmailAddress], "EMAIL_INVALID").optional(),
  legalName: line(120).optional(),
  taxId: z
    .string()
    .max(60, "TAX_ID_INVALID")
    .transform(normaliseTaxId)
    .refine((taxId) => /^([A-Z0-9]{2,30})?$/.test(taxId), "TAX_ID_INVALID")
    .optional(),
  addressLine1: line(120).optional(),
  addressLine2: line(120).optional(),
  city: line(80).optional(),
  region: line(80).optional(),
  postalCode: line(20).optional(),
  country: z
    .string()
    .max(8, "COUNTRY_INVALID")
    .transform((code) => code.trim().toUpperCase())
    .refine((code) => code === "" || COUNTRIES.includes(code), "COUNTRY_INVALID")
    .optional(),
});

function asciiDomain(domain: string): string {
  // Only a bare host name: with a scheme's separators or a port the URL would read something else into it.
  if (!/^[^\s/\\?#@:[\]%]+$/.test(domain)) return "";
  return URL.canParse(`http://${domain}`) ? new URL(`http://${domain}`).hostname : "";
}
