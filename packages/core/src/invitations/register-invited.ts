import { fail, normaliseEmail, skeletonOf } from "@pronaflow/contract";
import type { SecondFactorRequired } from "@pronaflow/contract/outputs/identity";
import type { Joined } from "@pronaflow/contract/outputs/invitations";
import type { Tx } from "@pronaflow/db";
import { classifyFailure } from "@pronaflow/db";
import { admitAccount } from "../identity/admit-account.ts";
import type { Entered } from "../identity/enter-account.ts";
import { enterAccount } from "../identity/enter-account.ts";
import { insertAccount } from "../identity/insert-account.ts";
import { lockAccount } from "../identity/records.ts";
import { rememberPassword } from "../identity/set-password.ts";
import type { Attempt } from "../kernel/attempts.ts";
import { appendAudit } from "../kernel/audit.ts";
import type { Outcome, Refusal } from "../kernel/command.ts";
import type { RequestContext } from "../kernel/context.ts";
import { reclaimAccount } from "../providers/reclaim-account.ts";
import { lockByLink } from "./records.ts";
import { judgeOffer, takePlace } from "./take-place.ts";

interface Newcomer {
  token: string;
  email: string;
  username: string;
  displayName: string;
  hash: string;
}

/**
 * Makes the account of an invited person, open at once since the link proves the address, its membership and its
 * session. An account that somebody began with this address and never verified is taken over clean. Null, with nothing
 * done, where the address has an account already.
 * @throws INVITATION_GONE, INVALID_INPUT for another address than the invited one, USERNAME_TAKEN, NO_SEAT_LEFT.
 */
export async function registerInvited(
  tx: Tx,
  ctx: RequestContext,
  newcomer: Newcomer,
  attempt: Attempt,
): Promise<Outcome<(Entered & { joined: Joined }) | SecondFactorRequired> | Refusal | null> {
  const offer = await lockByLink(tx, newcomer.token);
  if (normaliseEmail(newcomer.email) !== offer.invitation.emailNormal) {
    return fail("INVALID_INPUT", {}, { email: ["INVALID"] });
  }
  const inviter = await judgeOffer(tx, ctx, offer);
  if ("refusal" in inviter) return inviter;
  const id = await makeAccount(tx, ctx, newcomer);
  if (!id) return null;
  const { email, username, displayName } = newcomer;
  const taker = { id, email, displayName };
  const { joined, change, mails } = await takePlace(tx, ctx, offer, taker, inviter);
  const entrant = await admitAccount(tx, ctx, { accountId: id });
  attempt.accountId = id;
  const entered = await enterAccount(tx, ctx, entrant, { way: "invitation", assurance: 1 }, attempt);
  const record = { workspaceId: null, isSystem: false };
  await appendAudit(tx, ctx, { ...record, action: "invitation.accepted", change });
  if (entered.change) await appendAudit(tx, ctx, { ...record, action: "session.created", change: entered.change });
  return {
    output: "mfaRequired" in entered.output ? entered.output : { ...entered.output, joined },
    change: { target: id, by: id, after: { email, username, displayName, status: "ACTIVE" } },
    mails: [...mails, ...(entered.mails ?? [])],
  };
}

async function makeAccount(tx: Tx, ctx: RequestContext, newcomer: Newcomer): Promise<string | null> {
  const existing = await lockAccount(tx, { emailNormal: normaliseEmail(newcomer.email) });
  if (existing && existing.status !== "PENDING") return null;
  const id = existing?.id ?? ctx.services.random.uuid();
  if (existing) {
    await reclaimAccount(tx, ctx, existing, newcomer);
    await rename(tx, ctx, id, newcomer);
  } else if (!(await insertAccount(tx, ctx, { ...newcomer, id, isProven: true }))) return null;
  await rememberPassword(tx, ctx, id, newcomer.hash);
  return id;
}

async function rename(tx: Tx, ctx: RequestContext, id: string, { username, hash }: Newcomer): Promise<void> {
  try {
    await tx.$executeRaw`UPDATE account SET username = ${username}, username_skeleton = ${skeletonOf(username)},
        password_hash = ${hash}, password_changed_at = ${ctx.services.clock.now()}
      WHERE id = ${id}::uuid`;
  } catch (error) {
    if (classifyFailure(error).kind === "unique") fail("USERNAME_TAKEN");
    throw error;
  }
}
