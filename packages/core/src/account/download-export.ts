import { fail } from "@pronaflow/contract";
import { requireFreshProof } from "../kernel/command.ts";
import type { RequestContext } from "../kernel/context.ts";
import { takeRate } from "../kernel/limiter.ts";
import { requireGrant, requireStaying } from "../kernel/require-permission.ts";
import { reading } from "../kernel/transaction.ts";
import { accountRates } from "./account-rates.ts";

export interface Download {
  fileName: string;
  contentType: string;
  bytes: Uint8Array<ArrayBuffer>;
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/**
 * The archive of one's own data, in person and freshly proven, within seven days of its making.
 * @throws UNAUTHENTICATED, STEP_UP_REQUIRED, RATE_LIMITED, NOT_FOUND.
 */
export async function downloadExport(ctx: RequestContext, id: string): Promise<Download> {
  const actor = ctx.actor ?? fail("UNAUTHENTICATED");
  requireGrant(actor, null);
  requireStaying(actor);
  requireFreshProof(ctx);
  await takeRate(ctx, accountRates.downloadByAccount, actor.account.id);
  if (!UUID.test(id)) return fail("NOT_FOUND");
  const [row] = await reading(() =>
    ctx.services.db.hot<{ archive: Uint8Array<ArrayBuffer>; requested_at: Date }>(
      "export_archive",
      `SELECT archive, requested_at FROM data_export
       WHERE id = $1 AND account_id = $2 AND state = 'READY' AND expires_at > $3 AND archive IS NOT NULL`,
      [id, actor.account.id, ctx.services.clock.now()],
    ),
  );
  if (!row) return fail("NOT_FOUND");
  const day = row.requested_at.toISOString().slice(0, 10);
  return { fileName: `pronaflow-${day}.zip`, contentType: "application/zip", bytes: row.archive };
}
