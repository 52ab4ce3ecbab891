import type { NewPasskey } from "@pronaflow/auth";
import { readPasskeyChallenge, verifyNewPasskey } from "@pronaflow/auth";
import { fail } from "@pronaflow/contract";
import { AddPasskeyInput } from "@pronaflow/contract/inputs/passkeys";
import type { Tx } from "@pronaflow/db";
import { lockOwner } from "../factors/lock-owner.ts";
import { userCommand } from "../kernel/command.ts";
import type { UserContext } from "../kernel/context.ts";
import { noticeMail } from "../notices/notice-mail.ts";
import { sessionWriter } from "../sessions/session-writer.ts";
import { consumeCeremony } from "./consume-ceremony.ts";
import type { PasskeyRow } from "./records.ts";
import { partyOf, toPasskey } from "./records.ts";
import { MAX_PASSKEYS, nameOfPasskey } from "./rules.ts";
import { PASSKEY_REFUSAL } from "./spend-passkey.ts";

/**
 * Adds the passkey that the browser made, and tells the owner by mail. This session gets a new token (spec ID-8).
 * @throws STEP_UP_REQUIRED, PASSKEY_REFUSED where anything about it is wrong or it is known already,
 *   PASSKEY_LIMIT_REACHED, and UNAUTHENTICATED where the session ended meanwhile.
 */
export const addPasskey = userCommand({
  action: "passkey.added",
  stepUp: true,
  attempt: "mfa_change",
  input: AddPasskeyInput,
  async prepare({ ctx, input: { response } }) {
    const challenge = readPasskeyChallenge(response.response.clientDataJSON);
    return { challenge, made: challenge ? await verifyNewPasskey(partyOf(ctx), response, challenge) : null };
  },
  async run({ tx, ctx, input, prepared: { challenge, made } }) {
    const { sessions } = ctx.services;
    const account = await lockOwner(tx, ctx);
    const isOpen = await consumeCeremony(tx, ctx, { purpose: "REGISTER", accountId: account.id }, challenge);
    if (!isOpen || !made) return PASSKEY_REFUSAL;
    await assertRoom(tx, account.id);
    const name = input.name ?? nameOfPasskey(made.aaguid, ctx.userAgent);
    const row = await insertPasskey(tx, ctx, { ...made, name, transports: input.response.response.transports ?? [] });
    if (!row) return PASSKEY_REFUSAL;
    const rotated = (await sessions.rotate(sessionWriter(tx), ctx.actor.session)) ?? fail("UNAUTHENTICATED");
    const undo = { kind: "passkey_added", id: row.id } as const;
    const mail = await noticeMail(tx, ctx, account, { template: "passkey-added", facts: { passkeyName: name }, undo });
    return {
      output: { passkey: toPasskey(row), token: rotated.token, expiresAt: rotated.session.expiresAt.toISOString() },
      change: { target: account.id, after: { passkeyId: row.id, name, isSynced: made.isBackedUp } },
      mails: [mail],
    };
  },
});

async function assertRoom(tx: Tx, accountId: string): Promise<void> {
  const [held] = await tx.$queryRaw<{ count: number }[]>`SELECT count(*)::int AS count FROM passkey
    WHERE account_id = ${accountId}::uuid`;
  if (!held || held.count >= MAX_PASSKEYS) fail("PASSKEY_LIMIT_REACHED", { limit: MAX_PASSKEYS });
}

/** Null where the credential is known already: it may be another's, so nothing more is said. */
async function insertPasskey(
  tx: Tx,
  ctx: UserContext,
  made: NewPasskey & { name: string; transports: string[] },
): Promise<PasskeyRow | null> {
  const { random, clock } = ctx.services;
  const [row] = await tx.$queryRaw<
    PasskeyRow[]
  >`INSERT INTO passkey (id, account_id, credential_id, public_key, rp_id, counter,
      transports, aaguid, name, is_backed_up, created_at)
    VALUES (${random.uuid()}::uuid, ${ctx.actor.account.id}::uuid, ${made.credentialId}, ${made.publicKey},
      ${partyOf(ctx).id}, ${made.counter}::bigint,
      ${made.transports}, ${made.aaguid}, ${made.name}, ${made.isBackedUp}, ${clock.now()})
    ON CONFLICT (credential_id) DO NOTHING
    RETURNING id::text AS id, name, created_at, last_used_at, is_backed_up, rp_id`;
  return row ?? null;
}
