import type { RequestContext } from "../kernel/context.ts";
import { reading } from "../kernel/transaction.ts";

/** What is needed to judge a password, and a new one. Never leaves the noun. */
export interface StoredPassword {
  accountId: string;
  email: string;
  username: string;
  hash: string | null;
  /** The present password and those before it, five in all at most. */
  history: string[];
}

type Found = {
  id: string;
  email: string;
  username: string;
  password_hash: string | null;
  history: string[];
};

// A password that waits for its reset proves nothing: it is as if there were none. The history still holds it.
const COLUMNS = `a.id, a.email, a.username,
  CASE WHEN a.password_disabled_at IS NULL THEN a.password_hash END AS password_hash,
  ARRAY(SELECT h.hash FROM password_history h WHERE h.account_id = a.id ORDER BY h.created_at DESC, h.id DESC LIMIT 5)
    AS history`;

/** The stored password of an account; one round trip. */
export async function findPassword(ctx: RequestContext, accountId: string): Promise<StoredPassword | null> {
  return await read(ctx, "password_of_account", `SELECT ${COLUMNS} FROM account a WHERE a.id = $1`, [accountId]);
}

/** The stored password of the account whose reset link is still good, and that may come in; one round trip. */
export async function findPasswordByResetLink(
  ctx: RequestContext,
  tokenHash: Buffer<ArrayBuffer>,
): Promise<StoredPassword | null> {
  return await read(
    ctx,
    "password_of_reset_link",
    `SELECT ${COLUMNS} FROM one_time_token t JOIN account a ON a.id = t.account_id AND a.email_normal = t.address
     WHERE t.token_hash = $1 AND t.purpose = 'PASSWORD_RESET' AND t.used_at IS NULL AND t.expires_at > $2
       AND (a.status IN ('PENDING', 'ACTIVE') OR (a.status = 'SUSPENDED' AND a.suspended_until <= $2))`,
    [tokenHash, ctx.services.clock.now()],
  );
}

async function read(ctx: RequestContext, name: string, sql: string, values: unknown[]): Promise<StoredPassword | null> {
  const [row] = await reading(() => ctx.services.db.hot<Found>(name, sql, values));
  if (!row) return null;
  const hashes = row.password_hash ? [row.password_hash, ...row.history] : row.history;
  return {
    accountId: row.id,
    email: row.email,
    username: row.username,
    hash: row.password_hash,
    history: [...new Set(hashes)].slice(0, 5),
  };
}
