import { ExportAccessLogInput } from "@pronaflow/contract/inputs/access-log";
import { workspaceCommand } from "../kernel/command.ts";
import { takeRate } from "../kernel/limiter.ts";
import { LOG_EXPORT_PATIENCE_MS } from "./list-log-exports.ts";

/** By workspace: each may read every row of a long log. */
const RATE = { name: "log-export", calls: 10, windowSeconds: 60 * 60 };

/**
 * Asks for the access log as a file, made by a job. The same file is made once at a time: asking again while it is gives
 * that one.
 * @throws STEP_UP_REQUIRED, RATE_LIMITED.
 */
export const requestLogExport = workspaceCommand({
  action: "access_log.exported",
  permission: "audit.view",
  locks: "workspace",
  stepUp: true,
  input: ExportAccessLogInput,
  prepare: ({ ctx }) => takeRate(ctx, RATE, ctx.scope.workspaceId),
  async run({ tx, ctx, input }) {
    const { random, clock, jobs } = ctx.services;
    const { workspaceId } = ctx.scope;
    const { id: _id, format, ...filter } = input;
    const now = clock.now();
    const asked = JSON.stringify(filter);
    const [waiting] = await tx.$queryRaw<{ id: string }[]>`SELECT id::text AS id FROM workspace_export
      WHERE workspace_id = ${workspaceId}::uuid AND format = ${format} AND filter = ${asked}
        AND state IN ('QUEUED', 'RUNNING') AND requested_at > ${new Date(now.getTime() - LOG_EXPORT_PATIENCE_MS)}`;
    if (waiting) return { output: { id: waiting.id }, change: null };
    const id = random.uuid();
    await tx.$executeRaw`INSERT INTO workspace_export (workspace_id, id, requested_by, format, filter, requested_at)
      VALUES (${workspaceId}::uuid, ${id}::uuid, ${ctx.actor.account.id}::uuid, ${format}, ${asked}, ${now})`;
    await jobs.send(tx, "log.export", { workspaceId, exportId: id });
    const after = { exportId: id, format, filter: asked };
    return { output: { id }, change: { target: workspaceId, after } };
  },
});
