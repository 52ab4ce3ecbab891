import type { SessionOrigin } from "@pronaflow/auth";
import { hashToken, newToken } from "@pronaflow/auth";
import type { Tx } from "@pronaflow/db";
import type { NoticeFacts, NoticeTemplate } from "@pronaflow/email";
import type { RequestContext } from "../kernel/context.ts";
import type { Mail } from "../kernel/outbox.ts";
import { describeOrigin } from "../sessions/describe-origin.ts";
import { readOrigin } from "../sessions/read-origin.ts";
import type { AccountRow } from "../sessions/records.ts";
import type { UndoChange } from "./undo-change.ts";

/** Spec ID-12: a fresh change can be taken back for 72 hours; so long works "this wasn't me". */
export const NOTICE_TTL_SECONDS = 72 * 60 * 60;

/** Whom a notice tells; its address is where it goes, the old one where the account gets another. */
export type NoticeOwner = Pick<AccountRow, "id" | "email" | "displayName" | "locale" | "timeZone">;

export interface Notice<T extends NoticeTemplate> {
  template: T;
  facts: NoticeFacts[T];
  /** What "this wasn't me" takes back; see `undoChange`. */
  undo?: UndoChange;
  /** Whose device and place it tells of: the request's unless given; null where the product or an admin did it. */
  origin?: SessionOrigin | null;
}

/**
 * Writes down a security notice and gives its mail, with when, device and place, and the link by which the owner says
 * "this wasn't me" (spec ID-12). The link's token is handed to the mail and never again; its SHA-256 is stored.
 */
export async function noticeMail<T extends NoticeTemplate>(
  tx: Tx,
  ctx: RequestContext,
  owner: NoticeOwner,
  { template, facts, undo, origin = readOrigin(ctx) }: Notice<T>,
): Promise<Mail> {
  const { clock, random, keys, env } = ctx.services;
  const now = clock.now();
  const id = random.uuid();
  const token = newToken((size) => random.bytes(size));
  const expiresAt = new Date(now.getTime() + NOTICE_TTL_SECONDS * 1000);
  const sealed = undo ? keys.seal(JSON.stringify(undo), `notice:${id}`) : null;
  await tx.$executeRaw`INSERT INTO security_notice (id, account_id, kind, token_hash, at, undo, expires_at)
    VALUES (${id}::uuid, ${owner.id}::uuid, ${template}, ${hashToken(token)}, ${now}, ${sealed}, ${expiresAt})`;
  const props = {
    displayName: owner.displayName,
    timeZone: owner.timeZone,
    at: now.toISOString(),
    ...(origin && describeOrigin(origin, owner.locale)),
    notMeLink: `${env.APP_URL}/not-me#token=${token}`,
    securityLink: `${env.APP_URL}/account/security`,
    ...facts,
  };
  // The signature ties the facts to their template; the union of all mails cannot be told so.
  return { template, to: owner.email, accountId: owner.id, locale: owner.locale, props } as Mail;
}
