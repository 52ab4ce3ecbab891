import type { Tx } from "@pronaflow/db";
import type { RequestContext } from "../kernel/context.ts";
import type { Mail } from "../kernel/outbox.ts";
import type { AccountRow } from "../sessions/records.ts";
import { issueLink, VERIFICATION_TTL_SECONDS } from "./issue-link.ts";

type Addressee = Pick<AccountRow, "email" | "displayName" | "locale"> & { id: string | null; emailNormal: string };

/** The mail with a new verification link for an account's address; the links before it are void. */
export async function mailVerification(
  tx: Tx,
  ctx: RequestContext,
  account: Addressee,
  template: "verify-email" | "email-address-changed" = "verify-email",
): Promise<Mail> {
  const { token, expiresAt } = await issueLink(tx, ctx, {
    purpose: "EMAIL_VERIFICATION",
    accountId: account.id,
    address: account.emailNormal,
    ttlSeconds: VERIFICATION_TTL_SECONDS,
  });
  return {
    template,
    to: account.email,
    accountId: account.id,
    locale: account.locale,
    expiresAt,
    props: {
      displayName: account.displayName,
      link: `${ctx.services.env.APP_URL}/verify-email#token=${token}`,
      expiresInHours: VERIFICATION_TTL_SECONDS / 3600,
    },
  };
}
