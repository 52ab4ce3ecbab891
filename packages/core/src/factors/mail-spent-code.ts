import type { Tx } from "@pronaflow/db";
import type { RequestContext } from "../kernel/context.ts";
import type { Mail } from "../kernel/outbox.ts";
import { noticeMail } from "../notices/notice-mail.ts";
import type { AccountRow } from "../sessions/records.ts";
import type { SpentFactor } from "./spend-factor.ts";

/** Tells the owner of each backup code that was used; an app's code is no news. */
export async function mailSpentCode(
  tx: Tx,
  ctx: RequestContext,
  account: AccountRow,
  spent: SpentFactor,
): Promise<Mail[]> {
  if (spent.kind === "totp") return [];
  return [await noticeMail(tx, ctx, account, { template: "backup-code-used", facts: { remaining: spent.remaining } })];
}
