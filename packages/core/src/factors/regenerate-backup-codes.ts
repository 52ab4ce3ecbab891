import { findTotpStep } from "@pronaflow/auth";
import { fail } from "@pronaflow/contract";
import { RegenerateBackupCodesInput } from "@pronaflow/contract/inputs/factors";
import { proveAccount } from "../identity/prove-account.ts";
import { userCommand } from "../kernel/command.ts";
import type { UserContext } from "../kernel/context.ts";
import { noticeMail } from "../notices/notice-mail.ts";
import { lockOwner } from "./lock-owner.ts";
import { makeBackupCodes } from "./make-backup-codes.ts";
import { openSecret, readTotp } from "./records.ts";
import { replaceBackupCodes } from "./replace-backup-codes.ts";
import { spendFactor } from "./spend-factor.ts";

/**
 * Ten new backup codes, shown this once; the old ones are void and the owner is told.
 * @throws CURRENT_PASSWORD_WRONG, FACTOR_WRONG, MFA_NOT_ON, RATE_LIMITED, BUSY.
 */
export const regenerateBackupCodes = userCommand({
  action: "backup_codes.regenerated",
  attempt: "mfa_change",
  input: RegenerateBackupCodesInput,
  async prepare({ ctx, input }) {
    const { hash } = await proveAccount(ctx, input.password);
    // A wrong code is refused by `run`, where it is counted: ten hashes are not spent on it.
    const codes = (await isLikely(ctx, input.code)) ? await makeBackupCodes(ctx.services) : null;
    return { hash, codes };
  },
  async run({ tx, ctx, input, prepared }) {
    const { hash, codes } = prepared;
    const owner = await lockOwner(tx, ctx, hash);
    const { id } = owner;
    const spent = await spendFactor(tx, ctx, id, { kind: "totp", code: codes ? input.code : "" });
    if ("refusal" in spent) return spent;
    if (!codes) return fail("FACTOR_WRONG");
    const undo = { kind: "codes_regenerated" as const, codes: await replaceBackupCodes(tx, ctx, id, codes) };
    return {
      output: { backupCodes: codes.shown },
      change: { target: id },
      mails: [await noticeMail(tx, ctx, owner, { template: "backup-codes-regenerated", facts: {}, undo })],
    };
  },
});

async function isLikely(ctx: UserContext, code: string): Promise<boolean> {
  const { id } = ctx.actor.account;
  const totp = await readTotp(ctx, id);
  if (!totp?.confirmed_at) return fail("MFA_NOT_ON");
  const secret = openSecret(ctx, id, totp.secret);
  return secret !== null && findTotpStep(secret, code, ctx.services.clock.now()) !== null;
}
