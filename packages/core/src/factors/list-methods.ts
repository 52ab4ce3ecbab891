import type { FactorMethod } from "@pronaflow/contract/outputs/identity";
import type { Tx } from "@pronaflow/db";
import type { RequestContext } from "../kernel/context.ts";
import { partyOf } from "../passkeys/records.ts";
import { usablePasskeys } from "../passkeys/usable-passkeys.ts";
import { methodsOf } from "./records.ts";

type Held = { has_totp: boolean; has_backup: boolean; has_passkey: boolean };

/**
 * By what an account can prove itself a second time in the app that asks; empty where it asks for one factor only. An authenticator app turns
 * the second factor on; backup codes and passkeys then serve in its place.
 */
export async function listMethods(tx: Tx, ctx: RequestContext, accountId: string): Promise<FactorMethod[]> {
  const [held] = await tx.$queryRaw<Held[]>`SELECT
    EXISTS (SELECT 1 FROM totp_factor WHERE account_id = ${accountId}::uuid AND confirmed_at IS NOT NULL) AS has_totp,
    EXISTS (SELECT 1 FROM backup_code WHERE account_id = ${accountId}::uuid AND used_at IS NULL) AS has_backup,
    EXISTS (SELECT 1 FROM passkey k WHERE k.account_id = ${accountId}::uuid AND ${usablePasskeys(partyOf(ctx).id)}) AS has_passkey`;
  if (!held) return [];
  return methodsOf({ hasTotp: held.has_totp, hasBackup: held.has_backup, hasPasskey: held.has_passkey });
}
