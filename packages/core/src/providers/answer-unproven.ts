import type { Provider } from "@pronaflow/auth";
import { fail } from "@pronaflow/contract";
import type { Tx } from "@pronaflow/db";
import { mailAlreadyRegistered } from "../identity/mail-already-registered.ts";
import { mailVerification } from "../identity/mail-verification.ts";
import type { LockedAccount } from "../identity/records.ts";
import { lockAccount } from "../identity/records.ts";
import { spendEqually } from "../identity/spend-equally.ts";
import type { Outcome } from "../kernel/command.ts";
import type { RequestContext } from "../kernel/context.ts";
import { makeAccount } from "./make-account.ts";
import type { Newcomer } from "./rules.ts";

interface Unproven {
  provider: Provider;
  newcomer: Newcomer;
  account: LockedAccount | null;
  mayMail: boolean;
}

/**
 * The provider has not proven the address it names, so its owner is asked by mail: to verify it where it is new, told
 * where it has an account. The answer and its cost are the same. Null where the address was taken just now.
 */
export async function answerUnproven(
  tx: Tx,
  ctx: RequestContext,
  { provider, newcomer, account, mayMail }: Unproven,
): Promise<Outcome<{ status: "verification_sent" }> | null> {
  const output = { status: "verification_sent" as const };
  if (account) {
    const decoy = `${ctx.services.random.uuid()}@decoy.invalid`;
    await spendEqually(tx, async () => {
      const made = await makeAccount(tx, ctx, provider.key, { ...newcomer, email: decoy });
      if (made) await verificationMail(tx, ctx, made.id);
    });
    const mails = mayMail && account.status !== "DELETED" ? [mailAlreadyRegistered(ctx, account)] : [];
    return { output, change: null, mails };
  }
  const made = await makeAccount(tx, ctx, provider.key, newcomer);
  if (!made) return null;
  const mail = await verificationMail(tx, ctx, made.id);
  return { output, change: null, mails: mayMail ? [mail] : [] };
}

async function verificationMail(tx: Tx, ctx: RequestContext, accountId: string) {
  return await mailVerification(tx, ctx, (await lockAccount(tx, { id: accountId })) ?? fail("BUSY"));
}
