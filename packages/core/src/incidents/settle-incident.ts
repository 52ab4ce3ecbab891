import { fail } from "@pronaflow/contract";
import type { IncidentState, Tx } from "@pronaflow/db";
import type { Outcome } from "../kernel/command.ts";
import type { SystemContext } from "../kernel/context.ts";

type Settled = { id: string; state: IncidentState };

/** Moves an incident on, never back. @throws NOT_FOUND, INCIDENT_SETTLED. */
export async function settleIncident(
  tx: Tx,
  ctx: SystemContext,
  { id, reason }: { id: string; reason: string },
  state: "ACKNOWLEDGED" | "RESOLVED",
): Promise<Outcome<Settled>> {
  const [found] = await tx.$queryRaw<{ state: IncidentState }[]>`SELECT state::text AS state FROM incident
    WHERE id = ${id}::uuid FOR UPDATE`;
  if (!found) return fail("NOT_FOUND");
  if (found.state === "RESOLVED" || found.state === state) return fail("INCIDENT_SETTLED");
  const closedAt = state === "RESOLVED" ? ctx.services.clock.now() : null;
  await tx.$executeRaw`UPDATE incident SET state = ${state}::"IncidentState", closed_at = ${closedAt}
    WHERE id = ${id}::uuid`;
  const change = { target: id, before: { state: found.state }, after: { state }, reason };
  return { output: { id, state }, change };
}
