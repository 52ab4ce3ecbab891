import { PASSWORD_HISTORY } from "../identity/set-password.ts";
import type { Services } from "../kernel/services.ts";

const TRIM = `DELETE FROM password_history WHERE id IN (
  SELECT id FROM (SELECT id, row_number() OVER (PARTITION BY account_id ORDER BY created_at DESC, id DESC) AS nth
    FROM password_history) ranked WHERE nth > $1 LIMIT 10000)`;

/** Forgets old passwords beyond the last five: the net below the command that does so at every change. */
export async function trimPasswords(services: Services): Promise<void> {
  await services.db.hot("trim_passwords", TRIM, [PASSWORD_HISTORY]);
}
