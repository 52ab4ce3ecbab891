import { normaliseEmail } from "@pronaflow/contract";
import type { Tx } from "@pronaflow/db";
import type { RequestContext } from "../kernel/context.ts";

/**
 * A row as Postgres writes it down: `DELETE FROM passkey … RETURNING to_jsonb(passkey)::text AS row`. Stored sealed, and put
 * back as it was.
 */
type StoredRow = string;

/** What "this wasn't me" takes back, as the command that made the change hands it to `noticeMail`. */
export type UndoChange =
  | { kind: "email"; from: string; to: string }
  | { kind: "totp_added" }
  | { kind: "totp_removed"; factor: StoredRow; codes: StoredRow[] }
  | { kind: "codes_regenerated"; codes: StoredRow[] }
  | { kind: "passkey_added"; id: string }
  | { kind: "passkey_removed"; row: StoredRow }
  | { kind: "provider_linked"; id: string }
  | { kind: "provider_unlinked"; row: StoredRow }
  | { kind: "token_created"; id: string }
  | { kind: "deletion_scheduled" };

type Kind = UndoChange["kind"];
type Undoers = { [K in Kind]: (at: Undoing, change: Extract<UndoChange, { kind: K }>) => Promise<number> };
interface Undoing {
  tx: Tx;
  accountId: string;
  now: Date;
}

/**
 * Takes one change back; false where there was nothing left to take back, or an address that someone else has by now.
 * The caller holds the account's row lock.
 */
export async function undoChange(tx: Tx, ctx: RequestContext, accountId: string, change: UndoChange): Promise<boolean> {
  const undo = UNDOERS[change.kind] as (at: Undoing, change: UndoChange) => Promise<number>;
  return (await undo({ tx, accountId, now: ctx.services.clock.now() }, change)) > 0;
}

const UNDOERS: Undoers = {
  async email({ tx, accountId, now }, { from, to }) {
    const [normal, left] = [normaliseEmail(from), normaliseEmail(to)];
    await tx.$executeRaw`UPDATE email_change SET undone_at = ${now}
      WHERE account_id = ${accountId}::uuid AND to_normal = ${left} AND undone_at IS NULL`;
    return await tx.$executeRaw`UPDATE account SET email = ${from}, email_normal = ${normal}, updated_at = ${now}
      WHERE id = ${accountId}::uuid AND email_normal = ${left}
        AND NOT EXISTS (SELECT 1 FROM account other WHERE other.email_normal = ${normal} AND other.id <> ${accountId}::uuid)`;
  },
  async totp_added({ tx, accountId }) {
    await tx.$executeRaw`DELETE FROM backup_code WHERE account_id = ${accountId}::uuid`;
    return await tx.$executeRaw`DELETE FROM totp_factor WHERE account_id = ${accountId}::uuid`;
  },
  async totp_removed(at, { factor, codes }) {
    await at.tx.$executeRaw`DELETE FROM totp_factor WHERE account_id = ${at.accountId}::uuid`;
    await restoreCodes(at, codes);
    return await at.tx.$executeRaw`INSERT INTO totp_factor
      SELECT * FROM jsonb_populate_record(NULL::totp_factor, ${factor}::jsonb) WHERE account_id = ${at.accountId}::uuid`;
  },
  codes_regenerated: (at, { codes }) => restoreCodes(at, codes),
  passkey_added: ({ tx, accountId }, { id }) =>
    tx.$executeRaw`DELETE FROM passkey WHERE id = ${id}::uuid AND account_id = ${accountId}::uuid`,
  passkey_removed: ({ tx, accountId }, { row }) => tx.$executeRaw`INSERT INTO passkey
    SELECT * FROM jsonb_populate_record(NULL::passkey, ${row}::jsonb) WHERE account_id = ${accountId}::uuid
    ON CONFLICT DO NOTHING`,
  provider_linked: ({ tx, accountId }, { id }) =>
    tx.$executeRaw`DELETE FROM linked_identity WHERE id = ${id}::uuid AND account_id = ${accountId}::uuid`,
  provider_unlinked: ({ tx, accountId }, { row }) => tx.$executeRaw`INSERT INTO linked_identity
    SELECT * FROM jsonb_populate_record(NULL::linked_identity, ${row}::jsonb) WHERE account_id = ${accountId}::uuid
    ON CONFLICT DO NOTHING`,
  token_created: ({ tx, accountId, now }, { id }) => tx.$executeRaw`UPDATE personal_access_token SET revoked_at = ${now}
    WHERE id = ${id}::uuid AND account_id = ${accountId}::uuid AND revoked_at IS NULL`,
  deletion_scheduled: ({ tx, accountId, now }) => tx.$executeRaw`UPDATE account SET deletion_due_at = NULL,
      deleted_at = NULL, updated_at = ${now}, status = (CASE WHEN status = 'DELETED' THEN 'ACTIVE'
        ELSE status::text END)::"AccountStatus"
    WHERE id = ${accountId}::uuid AND deletion_due_at > ${now}`,
};

async function restoreCodes({ tx, accountId }: Undoing, codes: StoredRow[]): Promise<number> {
  await tx.$executeRaw`DELETE FROM backup_code WHERE account_id = ${accountId}::uuid`;
  return await tx.$executeRaw`INSERT INTO backup_code
    SELECT * FROM jsonb_populate_recordset(NULL::backup_code, ${`[${codes.join(",")}]`}::jsonb)
    WHERE account_id = ${accountId}::uuid`;
}
