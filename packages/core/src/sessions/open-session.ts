import type { Assurance, SessionRow } from "@pronaflow/auth";
import type { Locale } from "@pronaflow/contract";
import type { Tx } from "@pronaflow/db";
import type { RequestContext } from "../kernel/context.ts";
import type { Mail } from "../kernel/outbox.ts";
import { noticeMail } from "../notices/notice-mail.ts";
import { readOrigin } from "./read-origin.ts";
import type { EvictedSession } from "./session-writer.ts";
import { sessionWriter } from "./session-writer.ts";

/** Whose session it is to be, with what a mail to them needs. */
export interface SessionOwner {
  id: string;
  email: string;
  displayName: string;
  locale: Locale;
  timeZone: string;
}

/** What opened a session first. */
export type SessionWay = "password" | "passkey" | "oauth" | "invitation";

export interface SessionProof {
  way: SessionWay;
  /** 2: two factors, or a passkey that verified its user. */
  assurance: Assurance;
  /** Whether something speaks against the owner: then whatever asks for a step-up asks for it at once (spec ID-13). */
  isDoubted?: boolean;
}

/** A proof so old that it counts for nothing. */
const NEVER_PROVED = new Date(0);

export interface OpenedSession {
  /** Shown once; only its hash is stored. */
  token: string;
  session: SessionRow;
  evictedIds: string[];
  /** Tells the owner of each session that made room. */
  mails: Mail[];
}

/**
 * Makes a session where the request comes from. The sixth takes the place of the oldest, in the same transaction (spec
 * ID-8). The caller holds the lock on the account's row, and is `enterAccount`: nothing else makes sessions.
 */
export async function openSession(
  tx: Tx,
  ctx: RequestContext,
  owner: SessionOwner,
  { assurance, isDoubted = false }: SessionProof,
): Promise<OpenedSession> {
  const evicted: EvictedSession[] = [];
  const writer = sessionWriter(tx, (sessions) => evicted.push(...sessions));
  const made = await ctx.services.sessions.create(writer, {
    ...readOrigin(ctx),
    accountId: owner.id,
    assurance,
    ...(isDoubted && { provedAt: NEVER_PROVED }),
  });
  const mails: Mail[] = [];
  for (const origin of evicted) {
    const facts = { lastSeenAt: origin.lastSeenAt.toISOString() };
    mails.push(await noticeMail(tx, ctx, owner, { template: "session-evicted", facts, origin }));
  }
  return { ...made, evictedIds: evicted.map(({ id }) => id), mails };
}
