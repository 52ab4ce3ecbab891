import { newTotpSecret, otpauthUrl, qrCodeUrl } from "@pronaflow/auth";
import { fail } from "@pronaflow/contract";
import { EnableMfaInput } from "@pronaflow/contract/inputs/factors";
import { proveAccount } from "../identity/prove-account.ts";
import { userCommand } from "../kernel/command.ts";
import { lockOwner } from "./lock-owner.ts";
import { sealSecret } from "./records.ts";

/**
 * Begins to set up an authenticator app: a key, shown this once, that guards nothing until `confirmMfa`. Asked again, an
 * unconfirmed key gives way to a new one.
 * @throws CURRENT_PASSWORD_WRONG, MFA_ALREADY_ON, RATE_LIMITED, BUSY.
 */
export const enableMfa = userCommand({
  action: "mfa.enrolment_begun",
  attempt: "mfa_change",
  input: EnableMfaInput,
  async prepare({ ctx, input }) {
    const { hash } = await proveAccount(ctx, input.password);
    const { random } = ctx.services;
    const secret = newTotpSecret((size) => random.bytes(size));
    const url = otpauthUrl({ issuer: "PronaFlow", name: ctx.actor.account.email, secret });
    return { hash, shown: { secret, otpauthUrl: url, qrCode: qrCodeUrl(url) } };
  },
  async run({ tx, ctx, prepared }) {
    const { id } = await lockOwner(tx, ctx, prepared.hash);
    const sealed = sealSecret(ctx, id, prepared.shown.secret);
    const now = ctx.services.clock.now();
    const begun = await tx.$executeRaw`INSERT INTO totp_factor AS f (account_id, secret, created_at)
      VALUES (${id}::uuid, ${sealed}, ${now})
      ON CONFLICT (account_id) DO UPDATE SET secret = excluded.secret, created_at = excluded.created_at
        WHERE f.confirmed_at IS NULL`;
    if (begun === 0) return fail("MFA_ALREADY_ON");
    return { output: prepared.shown, change: { target: id } };
  },
});
