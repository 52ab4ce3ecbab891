import { updateBilling, updatePolicy, updateSettings } from "@pronaflow/core/settings";
import { restoreWorkspace } from "@pronaflow/core/system";
import { createWorkspace, deleteWorkspace, updateWorkspace } from "@pronaflow/core/workspaces";
import { expect } from "vitest";
import type { Model, Space } from "./model.ts";
import { HOUR, refusalOf } from "./model.ts";
import type { World } from "./world.ts";
import { by, byAdmin, codeOf, describe, inSpace, newWord } from "./world.ts";

const MOST_SPACES = 4;
const RESTORE_HOURS = 30 * 24;
const ZONES = ["UTC", "Asia/Ho_Chi_Minh", "Europe/Berlin"];
let texts = 0;

export type Step = (model: Model, world: World) => Promise<void>;
export type SpaceStep = (model: Model, world: World, space: Space) => Promise<void>;

/** A text that says whose it is. */
export const textOf = (space: Space) => `${space.word} ${"n".repeat((texts++ % 5) + 2)}`;

export const create =
  (person: number): Step =>
  async (model, world) => {
    if (model.spaces.length >= MOST_SPACES) return;
    const word = newWord();
    const facts = { name: `${word} works`, slug: word };
    const made = await createWorkspace(await by(world, person), facts);
    model.spaces.push(await describe(world, { id: made.id, word, ...facts }, [[person, "OWNER"]]));
  };

export const rename =
  (person: number, what: number): SpaceStep =>
  async (_model, world, space) => {
    const change = [
      { name: textOf(space) },
      { description: textOf(space) },
      { slug: `${space.word}-${["old", "new"][texts % 2]}` },
    ][what % 3];
    const given = { id: space.id, ...change };
    const code = await codeOf(inSpace(world, space, person).then((ctx) => updateWorkspace(ctx, given)));
    expect(code).toBe(refusalOf(space, person, "workspace.update"));
    if (!code) Object.assign(space, change);
  };

export const remove =
  (person: number): SpaceStep =>
  async (model, world, space) => {
    const given = { id: space.id, confirmName: space.name };
    const code = await codeOf(inSpace(world, space, person).then((ctx) => deleteWorkspace(ctx, given)));
    expect(code).toBe(refusalOf(space, person, "workspace.delete"));
    if (!code) space.deletedAt = model.now;
  };

/** By a system admin: the workspace comes back as it was. */
export const restore: SpaceStep = async (model, world, space) => {
  const given = { id: space.id, reason: "Asked for by its Owner" };
  const code = await codeOf(byAdmin(world).then((ctx) => restoreWorkspace(ctx, given)));
  const isOver = space.deletedAt !== null && space.deletedAt + RESTORE_HOURS * HOUR <= model.now;
  const expected = isOver ? "RESTORE_WINDOW_CLOSED" : null;
  expect(code).toBe(space.deletedAt === null ? "WORKSPACE_NOT_DELETED" : expected);
  if (!code) space.deletedAt = null;
};

export const setZone =
  (person: number, which: number): SpaceStep =>
  async (_model, world, space) => {
    const timeZone = ZONES[which % ZONES.length] ?? "UTC";
    const given = { id: space.id, timeZone, accentColour: "#1d4ed8" };
    const code = await codeOf(inSpace(world, space, person).then((ctx) => updateSettings(ctx, given)));
    expect(code).toBe(refusalOf(space, person, "settings.update"));
    if (!code) Object.assign(space, { timeZone, isColoured: true });
  };

export const bill =
  (person: number): SpaceStep =>
  async (_model, world, space) => {
    const legalName = textOf(space);
    const given = { id: space.id, legalName };
    const code = await codeOf(inSpace(world, space, person).then((ctx) => updateBilling(ctx, given)));
    expect(code).toBe(refusalOf(space, person, "billing.manage"));
    if (!code) space.legalName = legalName;
  };

export const limitDomains =
  (person: number, which: number): SpaceStep =>
  async (_model, world, space) => {
    const own = `${space.word}.example`;
    const domains = [[], [own], [own, "example.com"]][which % 3] ?? [];
    const given = { id: space.id, invitationDomains: domains };
    const code = await codeOf(inSpace(world, space, person).then((ctx) => updatePolicy(ctx, given)));
    expect(code).toBe(refusalOf(space, person, "ownership.transfer"));
    if (!code) space.domains = domains;
  };

export const wait =
  (hours: number): Step =>
  async (model, world) => {
    model.now += hours * HOUR;
    world.system.clock.set(new Date(model.now));
  };
