import type { SystemContext } from "../kernel/context.ts";
import { transact } from "../kernel/transaction.ts";
import { ENDED_KEPT_MS } from "./rules.ts";

const CHUNK = 1_000;

/** Forgets the addresses of invitations that ended long ago; what was done is still in the audit. */
export async function forgetEnded(ctx: SystemContext): Promise<void> {
  const endedBefore = new Date(ctx.services.clock.now().getTime() - ENDED_KEPT_MS);
  for (;;) {
    const gone = await transact(
      ctx.services,
      { system: true },
      (tx) => tx.$executeRaw`DELETE FROM invitation WHERE (workspace_id, id) IN (
        SELECT workspace_id, id FROM invitation WHERE ended_at <= ${endedBefore}::timestamptz LIMIT ${CHUNK})`,
    );
    if (gone < CHUNK) return;
  }
}
