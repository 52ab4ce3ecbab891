import { workerContext } from "../kernel/scope.ts";
import type { Services } from "../kernel/services.ts";
import { transact } from "../kernel/transaction.ts";
import { endMember } from "../members/end-member.ts";

const REASON = "The end of a guest's time has come";

/** Deactivates every Guest whose end has come; the proof of the scope has turned them away since that very moment. */
export async function endMembers(services: Services): Promise<void> {
  for (const due of await listDue(services)) {
    await endMember(workerContext(services, services.random.uuid()), { ...due, reason: REASON });
  }
}

async function listDue(services: Services): Promise<{ workspaceId: string; memberId: string }[]> {
  const now = services.clock.now();
  return await transact(
    services,
    { system: true },
    (tx) => tx.$queryRaw<{ workspaceId: string; memberId: string }[]>`
      SELECT m.workspace_id::text AS "workspaceId", m.id::text AS "memberId"
      FROM membership m JOIN workspace w ON w.id = m.workspace_id
      WHERE m.ends_at <= ${now}::timestamptz AND m.state = 'ACTIVE' AND m.role = 'GUEST' AND w.deleted_at IS NULL
      ORDER BY m.ends_at, m.id LIMIT 500`,
  );
}
