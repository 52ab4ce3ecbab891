import type { FactorMethod } from "@pronaflow/contract/outputs/identity";
import type { Tx } from "@pronaflow/db";

type Held = { has_totp: boolean; has_backup: boolean; has_passkey: boolean };

/**
 * By what an account can prove itself a second time; empty where it asks for one factor only. An authenticator app turns
 * the second factor on; backup codes and passkeys then serve in its place.
 */
export async function listMethods(tx: Tx, accountId: string): Promise<FactorMethod[]> {
  const [held] = await tx.$queryRaw<Held[]>`SELECT
    EXISTS (SELECT 1 FROM totp_factor WHERE account_id = ${accountId}::uuid AND confirmed_at IS NOT NULL) AS has_totp,
    EXISTS (SELECT 1 FROM backup_code WHERE account_id = ${accountId}::uuid AND used_at IS NULL) AS has_backup,
    EXISTS (SELECT 1 FROM passkey WHERE account_id = ${accountId}::uuid) AS has_passkey`;
  if (!held?.has_totp) return [];
  const methods: FactorMethod[] = ["totp"];
  if (held.has_passkey) methods.push("passkey");
  if (held.has_backup) methods.push("backup_code");
  return methods;
}
