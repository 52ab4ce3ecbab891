import type { Crowd } from "./crowd.ts";

/** What each act is called in the audit. */
const ACTION_OF: Record<string, string> = {
  role: "member.role_changed",
  deactivate: "member.deactivated",
  reactivate: "member.reactivated",
  remove: "member.removed",
  leave: "member.left",
  invite: "invitation.created",
  accept: "invitation.accepted",
  offer: "ownership.offered",
  cancel: "ownership.cancelled",
  decline: "ownership.declined",
  take: "ownership.accepted",
  heir: "heir.named",
  end: "member.end_changed",
  delete: "workspace.deleted",
  undelete: "workspace.undeleted",
  go: "account.deletion_scheduled",
  stay: "account.deletion_cancelled",
};

/** What is acknowledged also where it was so already, and nothing had to be written. */
const MAYBE = new Set(["role", "deactivate", "reactivate", "invite", "heir", "end", "stay"]);
/** The refusals that are written down themselves. */
const TOLD: Record<string, string> = { TRANSFER_GONE: "ownership.cancelled", INVITATION_GONE: "invitation.voided" };

/** What of the journal the audit does not bear out: acknowledged without its one row, or refused and written. */
export async function unaudited({ system, journal }: Crowd): Promise<string[]> {
  const { rows } = await system.owner.query<{ request_id: string; actions: string[] }>(
    "SELECT request_id, array_agg(action) AS actions FROM audit_entry WHERE request_id = ANY ($1) GROUP BY 1",
    [journal.map(({ requestId }) => requestId)],
  );
  const written = new Map(rows.map((row) => [row.request_id, row.actions]));
  return journal.flatMap(({ requestId, act, code }) => {
    const actions = written.get(requestId) ?? [];
    const wanted = ACTION_OF[act] ?? act;
    const times = actions.filter((action) => action === wanted).length;
    const isBorneOut = code
      ? actions.every((action) => action === TOLD[code]) && actions.length <= 1
      : times === 1 || (times === 0 && MAYBE.has(act) && actions.length === 0);
    return isBorneOut ? [] : [`${act}, ${code ?? "acknowledged"}: ${actions.join(" ") || "no row"}`];
  });
}
