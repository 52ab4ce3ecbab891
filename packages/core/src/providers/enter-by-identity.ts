import type { ProviderIdentity } from "@pronaflow/auth";
import { fail, normaliseEmail } from "@pronaflow/contract";
import type { SecondFactorRequired } from "@pronaflow/contract/outputs/identity";
import type { Tx } from "@pronaflow/db";
import { admitAccount } from "../identity/admit-account.ts";
import type { Entered } from "../identity/enter-account.ts";
import { enterAccount } from "../identity/enter-account.ts";
import { mailVerification } from "../identity/mail-verification.ts";
import { lockAccount } from "../identity/records.ts";
import { isAdmissible } from "../identity/rules.ts";
import { verifyAddress } from "../identity/verify-address.ts";
import type { Attempt } from "../kernel/attempts.ts";
import type { Outcome } from "../kernel/command.ts";
import type { RequestContext } from "../kernel/context.ts";
import { touchIdentity } from "./add-identity.ts";
import type { UsedFlow } from "./records.ts";

interface Entering {
  accountId: string;
  flow: Pick<UsedFlow, "returnTo">;
  identity: ProviderIdentity;
  mayMail: boolean;
}

type Answer = ((Entered | SecondFactorRequired) & { returnTo: string | null }) | { status: "verification_sent" };

/**
 * Signs in the account that an identity is tied to. A provider proves one factor, whatever it asked for itself
 * (ASVS 6.8.4). One whose address waits to be verified comes in once the provider, or the mail, has done that.
 * @throws PROVIDER_REFUSED alike for an account that is suspended or deleted.
 */
export async function enterByIdentity(
  tx: Tx,
  ctx: RequestContext,
  { accountId, flow, identity, mayMail }: Entering,
  attempt: Attempt,
): Promise<Outcome<Answer>> {
  attempt.accountId = accountId;
  const account = (await lockAccount(tx, { id: accountId })) ?? fail("PROVIDER_REFUSED");
  if (!isAdmissible(account, ctx.services.clock.now())) return fail("PROVIDER_REFUSED");
  await touchIdentity(tx, ctx, identity);
  if (account.status === "PENDING") {
    const isProven = identity.isEmailVerified && normaliseEmail(identity.email ?? "") === account.emailNormal;
    if (!isProven) {
      attempt.outcome = "verification_sent";
      const mails = mayMail ? [await mailVerification(tx, ctx, account)] : [];
      return { output: { status: "verification_sent" }, change: null, mails };
    }
    await verifyAddress(tx, ctx, account);
  }
  const entrant = await admitAccount(tx, ctx, { accountId });
  const entered = await enterAccount(tx, ctx, entrant, { way: "oauth", assurance: 1 }, attempt);
  return { ...entered, output: { ...entered.output, returnTo: flow.returnTo } };
}
