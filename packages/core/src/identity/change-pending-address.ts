import { fail, normaliseEmail } from "@pronaflow/contract";
import { ChangePendingAddressInput } from "@pronaflow/contract/inputs/identity";
import type { Tx } from "@pronaflow/db";
import { classifyFailure } from "@pronaflow/db";
import { userCommand } from "../kernel/command.ts";
import type { UserContext } from "../kernel/context.ts";
import { claimMail, claimVerificationMail } from "./claim-mail.ts";
import { lockHolder } from "./lock-holder.ts";
import { mailAlreadyRegistered } from "./mail-already-registered.ts";
import { mailVerification } from "./mail-verification.ts";
import { pretendMail } from "./pretend-mail.ts";
import { proveAccount } from "./prove-account.ts";
import { lockAccount } from "./records.ts";

/**
 * Gives an account that is not verified yet another address, with the password again; links to the old one are void.
 * The answer is the same where the address is someone's: nothing changes then, and its owner is told.
 * @throws ALREADY_VERIFIED, CURRENT_PASSWORD_WRONG, RATE_LIMITED.
 */
export const changePendingAddress = userCommand({
  action: "account.pending_address_changed",
  attempt: "step_up",
  pending: "allowed",
  input: ChangePendingAddressInput,
  async prepare({ ctx, input }) {
    if (ctx.actor.account.status !== "PENDING") fail("ALREADY_VERIFIED");
    const { hash } = await proveAccount(ctx, input.password);
    await claimVerificationMail(ctx, normaliseEmail(input.email));
    return { hash, mayTellOwner: await claimMail(ctx, normaliseEmail(input.email)) };
  },
  async run({ tx, ctx, input, prepared }) {
    const output = { status: "verification_sent" as const };
    const account = (await lockAccount(tx, { id: ctx.actor.account.id })) ?? fail("UNAUTHENTICATED");
    if (account.status !== "PENDING") return fail("ALREADY_VERIFIED");
    if (account.passwordHash !== prepared.hash) return fail("CURRENT_PASSWORD_WRONG");
    const emailNormal = normaliseEmail(input.email);
    if (!(await moveAccount(tx, ctx, account.id, input.email))) {
      const nobody = { ...account, id: null, email: input.email, emailNormal };
      await pretendMail(tx, ctx, "account.pending_address_changed", () => mailVerification(tx, ctx, nobody));
      const owner = prepared.mayTellOwner ? await lockHolder(tx, ctx, input.email) : null;
      const mails = owner && owner.status !== "DELETED" ? [mailAlreadyRegistered(ctx, owner)] : [];
      return { output, change: null, mails };
    }
    const mail = await mailVerification(
      tx,
      ctx,
      { ...account, email: input.email, emailNormal },
      "email-address-changed",
    );
    return {
      output,
      change: { target: account.id, before: { email: account.email }, after: { email: input.email } },
      mails: [mail],
    };
  },
});

// The unique key decides, so that two who ask for one address at once are one who gets it and one who does not.
async function moveAccount(tx: Tx, ctx: UserContext, accountId: string, email: string): Promise<boolean> {
  await tx.$executeRaw`SAVEPOINT moving`;
  try {
    await tx.$executeRaw`UPDATE account SET email = ${email}, email_normal = ${normaliseEmail(email)},
      updated_at = ${ctx.services.clock.now()} WHERE id = ${accountId}::uuid`;
    return true;
  } catch (error) {
    if (classifyFailure(error).kind !== "unique") throw error;
    await tx.$executeRaw`ROLLBACK TO SAVEPOINT moving`;
    return false;
  }
}
