import { fail, ProductError } from "@pronaflow/contract";
import { LoginInput } from "@pronaflow/contract/inputs/identity";
import type { SignedIn } from "@pronaflow/contract/outputs/identity";
import type { Attempt } from "../kernel/attempts.ts";
import { recordAttempt } from "../kernel/attempts.ts";
import { guestCommand } from "../kernel/command.ts";
import type { RequestContext } from "../kernel/context.ts";
import { takeRateByAddress } from "../kernel/limiter.ts";
import { openSession } from "../sessions/open-session.ts";
import { admitAccount } from "./admit-account.ts";
import { findAccount, identifierOf } from "./find-account.ts";
import { hashPassword, matchesPassword } from "./hash-password.ts";
import { identityRates } from "./identity-rates.ts";
import { toUser } from "./records.ts";
import { isAdmissible, mayEnter } from "./rules.ts";

/**
 * Opens a session for email or username and password. One answer, at one cost, for every reason it is refused. In the
 * console only people with a console role come in. A suspension that has run out ends here.
 * @throws INVALID_CREDENTIALS, RATE_LIMITED, BUSY.
 */
export const signIn = guestCommand({
  action: "session.created",
  attempt: "sign_in",
  input: LoginInput,
  async prepare({ ctx, input, attempt }) {
    const { services } = ctx;
    await takeRateByAddress(ctx, identityRates.signInByAddress);
    attempt.identifier = identifierOf(input.identifier);
    const found = await findAccount(ctx, attempt.identifier);
    attempt.accountId = found?.id ?? null;
    const hash = found && isAdmissible(found, services.clock.now()) ? found.passwordHash : null;
    const isRight = await matchesPassword(services, hash, input.password);
    if (!isRight || !found || !hash) return fail("INVALID_CREDENTIALS");
    if (!mayEnter(services.audience, found)) {
      // The password was right, so this is a person at the wrong door: they hear nothing of it, the ledger does.
      return await denyConsole(ctx, attempt);
    }
    const rehash = services.hasher.needsRehash(hash) ? await hashPassword(services, input.password) : null;
    return { found, hash, rehash };
  },
  async run({ tx, ctx, prepared }) {
    const { account, lastWorkspaceSlug, suspensionEnded } = await admitAccount(tx, ctx, prepared);
    const { token, session, evictedIds, mails } = await openSession(tx, ctx, account);
    const output: SignedIn & { token: string } = {
      token,
      expiresAt: session.expiresAt.toISOString(),
      user: toUser(account),
      lastWorkspaceSlug,
    };
    const after = { sessionId: session.id, audience: session.audience, evictedIds, suspensionEnded };
    return { output, change: { target: account.id, by: account.id, after }, mails };
  },
});

async function denyConsole(ctx: RequestContext, attempt: Attempt): Promise<never> {
  const refusal = new ProductError("INVALID_CREDENTIALS");
  await recordAttempt(ctx, "console_denied", attempt, refusal);
  throw refusal;
}
