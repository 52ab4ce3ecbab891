import type { Crowd } from "./crowd.ts";

interface Place {
  role: string;
  state: string;
}

type Row = { action: string; actor_id: string | null; workspace_id: string; detail: string };
type Facts = Record<string, string | undefined>;

/** Where the audit, played from its first row, ends elsewhere than the rows, or one of its rows does not fit the one before. */
export async function contradictions({ system, spaces }: Crowd): Promise<string[]> {
  const found: string[] = [];
  const { rows: gone } = await system.owner.query<{ target: string }>(
    "SELECT target FROM audit_entry WHERE action = 'account.deleted'",
  );
  for (const { id } of spaces) {
    const { rows } = await system.owner.query<Row>(
      `SELECT e.action, e.actor_id, e.workspace_id, d.detail FROM audit_entry e JOIN audit_detail d ON d.entry_id = e.id
       WHERE e.chain = $1 ORDER BY e.seq`,
      [`w:${id}`],
    );
    const places = new Map<string, Place>();
    for (const row of rows) found.push(...play(places, row));
    for (const { target } of gone) places.delete(target);
    const { rows: now } = await system.owner.query<Place & { account_id: string }>(
      "SELECT account_id, role::text, state::text FROM membership WHERE workspace_id = $1",
      [id],
    );
    const told = [...places].map(([accountId, { role, state }]) => `${accountId} ${role} ${state}`).sort();
    const stored = now.map(({ account_id, role, state }) => `${account_id} ${role} ${state}`).sort();
    if (told.join("\n") !== stored.join("\n")) found.push(`told:\n${told.join("\n")}\nstored:\n${stored.join("\n")}`);
  }
  return found;
}

/** Lets one row of the audit happen; says where what it says was before was not. */
function play(places: Map<string, Place>, { action, actor_id: actor, detail }: Row): string[] {
  const { before, after } = JSON.parse(detail) as { before: Facts | null; after: Facts | null };
  const accountId = after?.accountId ?? before?.accountId ?? actor ?? "";
  const place = places.get(accountId);
  const misfits = (isFit: unknown) =>
    isFit ? [] : [`${action} of ${accountId}: ${detail}; it was ${JSON.stringify(place)}`];
  switch (action) {
    case "workspace.created":
      places.set(accountId, { role: "OWNER", state: "ACTIVE" });
      return [];
    case "invitation.accepted":
      places.set(accountId, { role: after?.role ?? "", state: "ACTIVE" });
      return misfits(!place);
    case "member.role_changed":
      if (place) place.role = after?.role ?? "";
      return misfits(place && before?.role !== after?.role);
    case "member.deactivated":
    case "member.reactivated":
    case "member.ended":
      if (place?.state === after?.state) return misfits(false);
      if (place) place.state = after?.state ?? "";
      return misfits(place);
    case "member.removed":
    case "member.left":
      places.delete(accountId);
      return misfits(place && place.role === before?.role && place.state === (before?.state ?? "ACTIVE"));
    case "ownership.accepted":
      return misfits(swap(places, before, after));
    case "ownership.succeeded":
      if (after?.how === "HEIR" || after?.how === "ADMIN") setRole(places, after.owner, "OWNER");
      return misfits(places.get(before?.owner ?? "")?.role === "OWNER");
    default:
      return [];
  }
}

function swap(places: Map<string, Place>, before: Facts | null, after: Facts | null): boolean {
  const isFit =
    places.get(before?.owner ?? "")?.role === "OWNER" && places.get(after?.owner ?? "")?.role === before?.role;
  setRole(places, before?.owner, "ADMIN");
  setRole(places, after?.owner, "OWNER");
  return isFit;
}

function setRole(places: Map<string, Place>, accountId: string | undefined, role: string): void {
  const place = places.get(accountId ?? "");
  if (place) place.role = role;
}
