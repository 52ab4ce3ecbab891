import type { SecondFactorRequired, SignedIn } from "@pronaflow/contract/outputs/identity";
import type { Tx } from "@pronaflow/db";
import { isTrustedDevice, meetDevice } from "../devices/meet-device.ts";
import { issueChallenge } from "../factors/issue-challenge.ts";
import { judgeEntry } from "../incidents/judge-entry.ts";
import type { Attempt } from "../kernel/attempts.ts";
import type { Outcome } from "../kernel/command.ts";
import type { RequestContext } from "../kernel/context.ts";
import type { SessionProof } from "../sessions/open-session.ts";
import { openSession } from "../sessions/open-session.ts";
import type { Entrant } from "./admit-account.ts";
import { toUser } from "./records.ts";

/** A session was made: its token, and the device's where the browser had none. */
export type Entered = SignedIn & { token: string; deviceToken: string | null };

/**
 * The only way to a session. One proven factor opens it where the account has no second one, or where the user app meets
 * a device that its owner trusts; otherwise the answer is a challenge and nothing of a session exists yet (spec ID-6).
 * The caller holds the account's row lock.
 */
export async function enterAccount(
  tx: Tx,
  ctx: RequestContext,
  entrant: Entrant,
  proof: SessionProof,
  attempt: Attempt,
): Promise<Outcome<Entered | SecondFactorRequired>> {
  const { account, lastWorkspaceSlug, suspensionEnded } = entrant;
  const methods = proof.assurance === 1 ? entrant.methods : [];
  if (methods.length > 0 && !(await isTrustedDevice(tx, ctx, account.id))) {
    attempt.outcome = "second_factor_required";
    const challenge = await issueChallenge(tx, ctx, { accountId: account.id, way: proof.way });
    return { output: { mfaRequired: true, ...challenge, methods }, change: null };
  }
  const device = await meetDevice(tx, ctx, account.id);
  const risk = await judgeEntry(tx, ctx, account, { earlier: device.earlier, isNewDevice: device.isNew });
  const doubted = { ...proof, isDoubted: risk.asksForProof };
  const { token, session, evictedIds, mails } = await openSession(tx, ctx, account, doubted);
  const output: Entered = {
    token,
    deviceToken: device.newToken,
    expiresAt: session.expiresAt.toISOString(),
    user: toUser(account),
    lastWorkspaceSlug,
  };
  const { audience, assurance } = session;
  const after = {
    sessionId: session.id,
    audience,
    assurance,
    way: proof.way,
    evictedIds,
    suspensionEnded,
    risks: risk.kinds,
  };
  return { output, change: { target: account.id, by: account.id, after }, mails: [...risk.mails, ...mails] };
}
