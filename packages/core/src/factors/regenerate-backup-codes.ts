import { findTotpStep } from "@pronaflow/auth";
import { fail } from "@pronaflow/contract";
import { RegenerateBackupCodesInput } from "@pronaflow/contract/inputs/factors";
import { proveAccount } from "../identity/prove-account.ts";
import { userCommand } from "../kernel/command.ts";
import type { UserContext } from "../kernel/context.ts";
import { noticeMail } from "../notices/notice-mail.ts";
import type { ExaminedFactor } from "./examine-factor.ts";
import { examineFactor } from "./examine-factor.ts";
import { lockOwner } from "./lock-owner.ts";
import { makeBackupCodes } from "./make-backup-codes.ts";
import type { TotpRow } from "./records.ts";
import { openSecret, readTotp } from "./records.ts";
import { replaceBackupCodes } from "./replace-backup-codes.ts";
import { spendFactor } from "./spend-factor.ts";

/** Counted as wrong by `spendFactor`, whatever was given. */
const WRONG: ExaminedFactor = { kind: "backup_code", id: null };

/**
 * Ten new backup codes, shown this once; the old ones are void and the owner is told. One of the old ones is proof
 * enough: it is what those have left whose app is lost.
 * @throws CURRENT_PASSWORD_WRONG, FACTOR_WRONG, MFA_NOT_ON, RATE_LIMITED, BUSY.
 */
export const regenerateBackupCodes = userCommand({
  action: "backup_codes.regenerated",
  attempt: "mfa_change",
  input: RegenerateBackupCodesInput,
  async prepare({ ctx, input }) {
    const { hash } = await proveAccount(ctx, input.password);
    const { id } = ctx.actor.account;
    const totp = await readTotp(ctx, id);
    if (!totp?.confirmed_at) return fail("MFA_NOT_ON");
    const factor = await examineFactor(ctx, id, input);
    // A wrong code is refused by `run`, where it is counted: ten hashes are not spent on it.
    const codes = isLikely(ctx, totp, factor) ? await makeBackupCodes(ctx.services) : null;
    return { hash, factor, codes };
  },
  async run({ tx, ctx, prepared }) {
    const { hash, factor, codes } = prepared;
    const owner = await lockOwner(tx, ctx, hash);
    const { id } = owner;
    const spent = await spendFactor(tx, ctx, id, codes ? factor : WRONG);
    if ("refusal" in spent) return spent;
    if (!codes) return fail("FACTOR_WRONG");
    const undo = { kind: "codes_regenerated" as const, codes: await replaceBackupCodes(tx, ctx, id, codes) };
    return {
      output: { backupCodes: codes.shown },
      change: { target: id, after: { factor: spent.kind } },
      mails: [await noticeMail(tx, ctx, owner, { template: "backup-codes-regenerated", facts: {}, undo })],
    };
  },
});

function isLikely(ctx: UserContext, totp: TotpRow, factor: ExaminedFactor): boolean {
  if (factor.kind === "backup_code") return factor.id !== null;
  const secret = openSecret(ctx, ctx.actor.account.id, totp.secret);
  return secret !== null && findTotpStep(secret, factor.code, ctx.services.clock.now()) !== null;
}
