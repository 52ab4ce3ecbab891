import { ProductError } from "@pronaflow/contract";
import { LoginInput } from "@pronaflow/contract/inputs/identity";
import { forgiveFailures } from "../guard/forgive-failures.ts";
import { readStanding } from "../guard/read-standing.ts";
import { refusePassword } from "../guard/refuse-password.ts";
import { requireCaptchaAfterFailures } from "../guard/require-captcha.ts";
import { recordAttempt } from "../kernel/attempts.ts";
import { guestCommand } from "../kernel/command.ts";
import { takeRateByAddress } from "../kernel/limiter.ts";
import { judgeProven, readProven } from "./admit-account.ts";
import { enterAccount } from "./enter-account.ts";
import { findAccount, identifierOf } from "./find-account.ts";
import { hashPassword, matchesPassword } from "./hash-password.ts";
import { identityRates } from "./identity-rates.ts";
import { lockAccount } from "./records.ts";
import { isAdmissible, mayEnter } from "./rules.ts";
import { replaceHash } from "./set-password.ts";

/**
 * Opens a session for email or username and password, or asks for the second factor where the account has one. One
 * answer, at one cost, for every reason it is refused. In the console only people with a console role come in. A
 * suspension that has run out ends here. Wrong passwords are counted by account, and lock it (spec ID-5).
 * @throws INVALID_CREDENTIALS, CAPTCHA_REQUIRED after three failures, RATE_LIMITED, BUSY.
 */
export const signIn = guestCommand({
  action: "session.created",
  attempt: "sign_in",
  input: LoginInput,
  async prepare({ ctx, input, attempt }) {
    const { services } = ctx;
    await takeRateByAddress(ctx, identityRates.signInByAddress);
    attempt.identifier = identifierOf(input.identifier);
    await requireCaptchaAfterFailures(ctx, attempt.identifier, input.captcha);
    const found = await findAccount(ctx, attempt.identifier);
    attempt.accountId = found?.id ?? null;
    const hash = found && isAdmissible(found, services.clock.now()) ? found.passwordHash : null;
    const isRight = await matchesPassword(services, hash, input.password);
    if (!found || !hash) return { suspectId: found?.id ?? null, counts: false, proven: null };
    if (!isRight) return { suspectId: found.id, counts: true, proven: null };
    if (!mayEnter(services.audience, found)) {
      // The password was right, so this is a person at the wrong door: they hear nothing of it, the ledger does.
      await recordAttempt(ctx, "console_denied", attempt, new ProductError("INVALID_CREDENTIALS"));
      return { suspectId: found.id, counts: false, proven: null };
    }
    const rehash = services.hasher.needsRehash(hash) ? await hashPassword(services, input.password) : null;
    return { suspectId: found.id, counts: true, proven: { found, hash, rehash } };
  },
  async run({ tx, ctx, prepared, attempt }) {
    const { suspectId, counts, proven } = prepared;
    // One account's tries are judged in a row, whoever guessed; each takes the same statements until it is let in.
    const id = suspectId ?? ctx.services.random.uuid();
    const password = { changedAt: proven?.found.passwordChangedAt ?? null };
    // They travel together, and the first takes the lock that the others read under.
    const [account, { barredUntil, hasFailures }, read] = await Promise.all([
      lockAccount(tx, { id }),
      readStanding(tx, ctx, id, "PASSWORD"),
      readProven(tx, ctx, { accountId: id, password }),
    ]);
    if (barredUntil || !proven) return await refusePassword(tx, ctx, counts ? account : null, "INVALID_CREDENTIALS");
    const { found, hash, rehash } = proven;
    const entrant = await judgeProven(tx, ctx, found.id, read);
    if (hasFailures) await forgiveFailures(tx, ctx, found.id, "PASSWORD");
    if (rehash) await replaceHash(tx, found.id, hash, rehash);
    return await enterAccount(tx, ctx, entrant, { way: "password", assurance: 1 }, attempt);
  },
});
