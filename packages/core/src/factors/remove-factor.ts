import { fail } from "@pronaflow/contract";
import type { Tx } from "@pronaflow/db";
import type { UndoChange } from "../notices/undo-change.ts";
import { removeBackupCodes } from "./remove-backup-codes.ts";

/** Takes authenticator app and backup codes away and gives back what would restore them. */
export async function removeFactor(tx: Tx, accountId: string): Promise<UndoChange> {
  const codes = await removeBackupCodes(tx, accountId);
  const [removed] = await tx.$queryRaw<
    { row: string }[]
  >`DELETE FROM totp_factor t WHERE account_id = ${accountId}::uuid
    RETURNING to_jsonb(t)::text AS row`;
  return { kind: "totp_removed", factor: (removed ?? fail("MFA_NOT_ON")).row, codes };
}
