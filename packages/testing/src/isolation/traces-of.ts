import { expect } from "vitest";
import type { Model, Space } from "./model.ts";
import { isOwnDeleted, placeOf } from "./model.ts";
import type { World } from "./world.ts";

/** Says for each workspace's word whether a text may hold it. */
export function expectOnly(model: Model, text: string, isAllowed: (space: Space) => boolean): void {
  for (const space of model.spaces) if (!isAllowed(space)) expect(text).not.toContain(space.word);
}

/** What a person sees now holds words of the workspaces they are in or may bring back, and of no other. */
export function expectOwnWords(model: Model, person: number, said: string): void {
  expectOnly(model, said, (space) => placeOf(space, person) !== null || isOwnDeleted(space, person));
}

/** Mails that went out since the last look: only to people who were ever of the workspace they tell of. */
export async function expectOwnMails(model: Model, { system, people }: World): Promise<void> {
  const { rows } = await system.owner.query<{ id: string; recipient: string; payload: string }>(
    "DELETE FROM mail_outbox RETURNING id, recipient, payload",
  );
  for (const { id, recipient, payload } of rows) {
    const person = people.findIndex(({ email }) => email === recipient);
    expectOnly(model, system.web.keys.open(payload, `mail:${id}`), (space) => space.known.has(person));
  }
}

/** When all is done: the audit keeps a workspace's words under that workspace, and the log has none at all. */
export async function expectOwnTraces(model: Model, { system, heard }: World): Promise<void> {
  for (const { id, word } of model.spaces) {
    const sql = `SELECT e.action FROM audit_detail d JOIN audit_entry e ON e.id = d.entry_id
      WHERE d.detail LIKE $1 AND e.workspace_id IS DISTINCT FROM $2`;
    expect((await system.owner.query(sql, [`%${word}%`, id])).rows).toEqual([]);
  }
  expectOnly(model, heard.join("\n"), () => false);
}
