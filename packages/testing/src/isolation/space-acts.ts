import { proveWorkspaceScope } from "@pronaflow/core/kernel";
import { restoreWorkspace } from "@pronaflow/core/system";
import { createWorkspace, deleteWorkspace, undeleteWorkspace, updateWorkspace } from "@pronaflow/core/workspaces";
import { expect } from "vitest";
import type { Model, Space } from "./model.ts";
import { doorOf, HOUR, NOT_THERE, RESTORE_HOURS, refusalOf } from "./model.ts";
import type { World } from "./world.ts";
import { by, byAdmin, byOldSession, codeOf, describe, inSpace, newWord } from "./world.ts";

const MOST_SPACES = 4;
const UNDO_HOURS = 24;
let texts = 0;

export type Step = (model: Model, world: World) => Promise<void>;
export type SpaceStep = (model: Model, world: World, space: Space) => Promise<void>;

/** A text that says whose it is. */
export const textOf = (space: Space) => `${space.word} ${"n".repeat((texts++ % 5) + 2)}`;

export const create =
  (person: number): Step =>
  async (model, world) => {
    if (model.spaces.filter(({ isPurged }) => !isPurged).length >= MOST_SPACES) return;
    const word = newWord();
    const facts = { name: `${word} works`, slug: word };
    const made = await createWorkspace(await by(world, person), facts);
    const space = await describe(model, world, { id: made.id, word, ...facts }, [[person, "OWNER"]]);
    space.log.push("workspace.created");
    model.spaces.push(space);
  };

export const rename =
  (person: number, what: number): SpaceStep =>
  async (_model, world, space) => {
    const change: Partial<Space> =
      [{ name: textOf(space) }, { description: textOf(space) }, { slug: `${space.word}-${["old", "new"][texts % 2]}` }][
        what % 3
      ] ?? {};
    const given = { id: space.id, ...change };
    const code = await codeOf(inSpace(world, space, person).then((ctx) => updateWorkspace(ctx, given)));
    expect(code).toBe(refusalOf(space, person, "workspace.update"));
    if (!code) amend(space, change, "workspace.updated");
  };

export const remove =
  (person: number): SpaceStep =>
  async (model, world, space) => {
    const given = { id: space.id, confirmName: space.name };
    const code = await codeOf(inSpace(world, space, person).then((ctx) => deleteWorkspace(ctx, given)));
    expect(code).toBe(refusalOf(space, person, "workspace.delete"));
    if (code) return;
    space.deletedAt = model.now;
    space.log.push("workspace.deleted");
  };

/** By an Owner, within a day. */
export const undo =
  (person: number): SpaceStep =>
  async (model, world, space) => {
    const code = await codeOf(by(world, person).then((ctx) => undeleteWorkspace(ctx, { id: space.id })));
    const place = space.members.get(person);
    const isTheirs = place?.role === "OWNER" && place.isActive;
    const { deletedAt } = space;
    const isLate = deletedAt !== null && deletedAt + UNDO_HOURS * HOUR <= model.now;
    const refusal = deletedAt === null ? "WORKSPACE_NOT_DELETED" : isLate && "UNDO_WINDOW_CLOSED";
    expect(code).toBe(isTheirs ? refusal || null : NOT_THERE);
    if (code) return;
    space.deletedAt = null;
    space.log.push("workspace.undeleted");
  };

/** By a system admin: the workspace comes back as it was. */
export const restore: SpaceStep = async (model, world, space) => {
  const given = { id: space.id, reason: "Asked for by its Owner" };
  const code = await codeOf(byAdmin(world).then((ctx) => restoreWorkspace(ctx, given)));
  const isOver = space.deletedAt !== null && space.deletedAt + RESTORE_HOURS * HOUR <= model.now;
  const expected = isOver ? "RESTORE_WINDOW_CLOSED" : null;
  const refusal = space.deletedAt === null ? "WORKSPACE_NOT_DELETED" : expected;
  expect(code).toBe(space.isPurged ? NOT_THERE : refusal);
  if (code) return;
  space.deletedAt = null;
  space.log.push("workspace.restored");
};

/** The worker comes by: who had an end that has passed is deactivated, what is final is purged. */
export const letWorkerCome: Step = async (model, world) => {
  for (const task of ["members.end", "workspaces.purge"] as const) await world.jobs.runTask(world.worker, task);
  for (const space of model.spaces) {
    if (space.deletedAt === null) endGuests(space);
    else if (space.deletedAt + RESTORE_HOURS * HOUR <= model.now) {
      Object.assign(space, { isPurged: true, members: new Map(), offer: null, logo: null });
    }
  }
};

function endGuests(space: Space): void {
  for (const place of space.members.values()) {
    if (!place.isActive || place.endsAt === null || place.endsAt > space.world.now) continue;
    place.isActive = false;
    space.log.push("member.ended");
  }
}

/** Someone comes by a session that is so old, to every door. */
export const comeBack =
  (person: number, minutes: number): Step =>
  async (model, world) => {
    const ctx = await byOldSession(world, person, minutes);
    for (const space of model.spaces) {
      const code = await codeOf(proveWorkspaceScope(ctx, { id: space.id }));
      expect(code).toBe(doorOf(space, person, minutes));
    }
  };

export const wait =
  (hours: number): Step =>
  async (model, world) => {
    model.now += hours * HOUR;
    world.system.clock.set(new Date(model.now));
  };

/** Writes down what was changed, with the act that the log tells of it; nothing where it was so already. */
export function amend(space: Space, change: Partial<Space>, told: string): void {
  const isSame = Object.entries(change).every(
    ([key, value]) => JSON.stringify(space[key as keyof Space]) === JSON.stringify(value),
  );
  if (isSame) return;
  Object.assign(space, change);
  space.log.push(told);
}
