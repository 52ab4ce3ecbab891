import type { EmailChange } from "@pronaflow/contract/outputs/account";
import type { UserContext } from "../kernel/context.ts";
import { reading } from "../kernel/transaction.ts";

type Found = {
  from_email: string;
  to_email: string;
  requested_at: Date;
  expires_at: Date;
  confirmed_at: Date | null;
  undo_until: Date | null;
};

/** One's own change of address that waits for the new one, or that the old one may still take back; null without. */
export async function getEmailChange(ctx: UserContext): Promise<EmailChange | null> {
  const [row] = await reading(() =>
    ctx.services.db.hot<Found>(
      "email_change_current",
      `SELECT from_email, to_email, requested_at, expires_at, confirmed_at, undo_until FROM email_change
       WHERE account_id = $1 AND undone_at IS NULL
         AND CASE WHEN confirmed_at IS NULL THEN expires_at ELSE undo_until END > $2
       ORDER BY requested_at DESC, id DESC LIMIT 1`,
      [ctx.actor.account.id, ctx.services.clock.now()],
    ),
  );
  if (!row) return null;
  const until = row.confirmed_at ? row.undo_until : row.expires_at;
  return {
    state: row.confirmed_at ? "changed" : "waiting",
    fromEmail: row.from_email,
    toEmail: row.to_email,
    requestedAt: row.requested_at.toISOString(),
    until: (until ?? row.expires_at).toISOString(),
  };
}
