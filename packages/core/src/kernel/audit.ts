import { describeDevice } from "@pronaflow/auth";
import type { AuditAction } from "@pronaflow/contract";
import type { Tx } from "@pronaflow/db";
import type { RequestContext } from "./context.ts";

/** Named fields of a change. Never a secret: no hash, no token, no password. */
export type Fields = Record<string, string | number | boolean | null | readonly (string | number)[]>;

/** What a command did, in one sentence's worth of facts; becomes the audit row. */
export interface Change {
  /** Id of what was acted on. */
  target: string;
  /** The workspace it belongs to, where the scope does not say. */
  workspaceId?: string;
  /** Whom a guest turned out to be, by proving it in this very command. */
  by?: string;
  before?: Fields;
  after?: Fields;
  reason?: string;
}

/**
 * Adds the audit row of a change. The database chains and hashes it (audit_append), so that the app's role holds no
 * right on the tables. The chain's head is locked until commit: call this last.
 */
export async function appendAudit(
  tx: Tx,
  ctx: RequestContext,
  entry: { action: AuditAction; workspaceId: string | null; change: Change; isSystem: boolean },
): Promise<void> {
  const { random, clock } = ctx.services;
  const { change } = entry;
  const actorId = ctx.actor?.account.id ?? change.by ?? null;
  const actorKind = actorKindOf(actorId, entry.isSystem);
  const workspaceId = change.workspaceId ?? entry.workspaceId;
  const salt = Uint8Array.from(random.bytes(16));
  await tx.$queryRaw`SELECT audit_append(${random.uuid()}::uuid, ${clock.now()}::timestamptz, ${entry.action},
    ${actorKind}, ${actorId}::uuid, NULL::uuid, ${change.target}, ${workspaceId}::uuid, ${ctx.requestId}, ${salt},
    ${detailOf(ctx, change)})::text`;
}

function detailOf(ctx: RequestContext, change: Change): string {
  const { browser, os } = describeDevice(ctx.userAgent ?? "");
  return JSON.stringify({
    ip: ctx.ip,
    browser,
    os,
    ...(ctx.actor?.grant ? { token: ctx.actor.grant.tokenId } : {}),
    before: change.before ?? null,
    after: change.after ?? null,
    reason: change.reason ?? null,
  });
}

function actorKindOf(actorId: string | null, isSystem: boolean): "ACCOUNT" | "SYSTEM" | "GUEST" {
  if (actorId) return "ACCOUNT";
  return isSystem ? "SYSTEM" : "GUEST";
}
