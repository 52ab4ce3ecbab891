import { CHALLENGE_BYTES, PASSKEY_TTL_SECONDS } from "@pronaflow/auth";
import type { CeremonyPurpose, Tx } from "@pronaflow/db";
import type { RequestContext } from "../kernel/context.ts";

/** What a challenge is for, and whose; null where the answer is to say it: a sign-in that begins with the passkey. */
export interface Ceremony {
  purpose: CeremonyPurpose;
  accountId: string | null;
}

/** Ceremonies that are over, taken away by each that begins: more than begin, so that the table stays small. */
const SWEPT = 4;

/** Begins a ceremony and gives its challenge: one use, five minutes. */
export async function beginCeremony(tx: Tx, ctx: RequestContext, { purpose, accountId }: Ceremony): Promise<Buffer> {
  const { random, clock } = ctx.services;
  const now = clock.now();
  const challenge = Buffer.from(random.bytes(CHALLENGE_BYTES));
  const expiresAt = new Date(now.getTime() + PASSKEY_TTL_SECONDS * 1000);
  await tx.$executeRaw`DELETE FROM passkey_ceremony WHERE id IN (
    SELECT id FROM passkey_ceremony WHERE expires_at <= ${now} ORDER BY expires_at LIMIT ${SWEPT} FOR UPDATE SKIP LOCKED)`;
  await tx.$executeRaw`INSERT INTO passkey_ceremony (id, purpose, account_id, challenge, created_at, expires_at)
    VALUES (${random.uuid()}::uuid, ${purpose}::"CeremonyPurpose", ${accountId}::uuid, ${challenge}, ${now}, ${expiresAt})`;
  return challenge;
}
