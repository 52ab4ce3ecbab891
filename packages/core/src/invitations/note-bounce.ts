import type { SystemContext } from "../kernel/context.ts";
import { transact } from "../kernel/transaction.ts";

/** Tells the inviter that the mail with the link was refused for good; the link stays as good as it was. */
export async function noteBounce(ctx: SystemContext, mailId: string): Promise<void> {
  const now = ctx.services.clock.now();
  await transact(
    ctx.services,
    { system: true },
    (tx) => tx.$executeRaw`UPDATE invitation SET bounced_at = ${now}::timestamptz
      WHERE mail_id = ${mailId}::uuid AND state = 'PENDING'`,
  );
}
