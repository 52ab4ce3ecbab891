import type { AccessLogEntry } from "@pronaflow/contract/outputs/access-log";
import type { Services } from "../kernel/services.ts";
import { reading } from "../kernel/transaction.ts";

// Fields that only the product writes: a person could write somebody's id into a name, and would hear theirs.
const FIELDS_OF_PEOPLE = ["accountId", "owner", "from", "to", "heir", "asked"] as const;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const SQL = "SELECT id::text AS id, display_name FROM account WHERE id = ANY ($1::uuid[])";

/** Names, by id, of the people whose ids stand in what an entry was and became; no round trip where there are none. */
export async function namePeople(
  { db }: Services,
  entries: readonly Pick<AccessLogEntry, "before" | "after">[],
): Promise<Record<string, string>> {
  const ids = [...new Set(entries.flatMap(({ before, after }) => [...idsIn(before), ...idsIn(after)]))];
  if (ids.length === 0) return {};
  const rows = await reading(() => db.hot<{ id: string; display_name: string }>("named_people", SQL, [ids]));
  return Object.fromEntries(rows.map((row) => [row.id, row.display_name]));
}

/** The account an act upon a member was about: their membership may be gone since. */
export function memberOf({ before, after }: Pick<AccessLogEntry, "before" | "after">): string | null {
  const id = after?.["accountId"] ?? before?.["accountId"];
  return typeof id === "string" ? id : null;
}

function idsIn(fields: AccessLogEntry["before"]): string[] {
  return FIELDS_OF_PEOPLE.flatMap((field) => fields?.[field] ?? []).filter(isId);
}

function isId(value: unknown): value is string {
  return typeof value === "string" && UUID.test(value);
}
