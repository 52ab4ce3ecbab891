import { promisify } from "node:util";
import { gunzip } from "node:zlib";
import { fail } from "@pronaflow/contract";
import type { Download } from "../account/download-export.ts";
import { requireFreshProof } from "../kernel/command.ts";
import type { RequestContext } from "../kernel/context.ts";
import { takeRate } from "../kernel/limiter.ts";
import { requirePermission, requireStaying } from "../kernel/require-permission.ts";
import { proveWorkspaceScope } from "../kernel/scope.ts";
import { transact } from "../kernel/transaction.ts";

const RATE = { name: "log-download", calls: 30, windowSeconds: 60 * 60 };
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const TYPES = { csv: "text/csv; charset=utf-8", jsonl: "application/jsonl" } as const;
const unpack = promisify(gunzip);

/**
 * A file of the access log, to those who may view it now, freshly proven, within seven days of its making.
 * @throws UNAUTHENTICATED, STEP_UP_REQUIRED, RATE_LIMITED, FORBIDDEN, NOT_FOUND.
 */
export async function downloadLogExport(ctx: RequestContext, workspaceId: string, id: string): Promise<Download> {
  const actor = ctx.actor ?? fail("UNAUTHENTICATED");
  requireStaying(actor);
  if (!UUID.test(workspaceId) || !UUID.test(id)) return fail("NOT_FOUND");
  const scope = await proveWorkspaceScope({ ...ctx, actor }, { id: workspaceId });
  requirePermission({ actor, scope }, "audit.view");
  requireFreshProof(ctx);
  await takeRate(ctx, RATE, actor.account.id);
  const [row] = await transact(
    ctx.services,
    { workspaceId: scope.workspaceId, accountId: actor.account.id },
    (tx) => tx.$queryRaw<{ format: "csv" | "jsonl"; file: Uint8Array; requested_at: Date }[]>`
      SELECT format, file, requested_at FROM workspace_export WHERE workspace_id = ${scope.workspaceId}::uuid
        AND id = ${id}::uuid AND state = 'READY' AND expires_at > ${ctx.services.clock.now()} AND file IS NOT NULL`,
  );
  if (!row) return fail("NOT_FOUND");
  const day = row.requested_at.toISOString().slice(0, 10);
  const bytes = Uint8Array.from(await unpack(row.file));
  return { fileName: `${scope.slug}-access-log-${day}.${row.format}`, contentType: TYPES[row.format], bytes };
}
