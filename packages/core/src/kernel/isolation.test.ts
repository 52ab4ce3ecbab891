import type { TestSystem } from "@pronaflow/testing";
import { openTestSystem } from "@pronaflow/testing";
import type { Model, Space, SpaceStep, Step, World } from "@pronaflow/testing/isolation";
import {
  by,
  expectedView,
  expectOnly,
  expectOwnMails,
  expectOwnTraces,
  expectOwnWords,
  invitationActs,
  logActs,
  lookAround,
  lookBare,
  makeWorld,
  memberActs,
  ownershipActs,
  roleAt,
  settingsActs,
  spaceActs,
} from "@pronaflow/testing/isolation";
import * as fc from "fast-check";
import { strFromU8, unzipSync } from "fflate";
import { afterEach, expect, test } from "vitest";
import { makeLogExport } from "../access-log/make-log-export.ts";
import { requestExport } from "../account/index.ts";
import { makeExport } from "../account/make-export.ts";
import { runTask } from "../jobs/run-task.ts";

// Isolation as a model (F21): any course of acts by six people in up to four workspaces, and after each act someone looks
// at everything. ISOLATION_RUNS and ISOLATION_STEPS make it longer, ISOLATION_SEED repeats a run.
// biome-ignore lint/style/noProcessEnv: how long a test walks is no setting of the product's
const { ISOLATION_RUNS = "4", ISOLATION_STEPS = "50", ISOLATION_SEED } = process.env;
const [RUNS, STEPS] = [Number(ISOLATION_RUNS), Number(ISOLATION_STEPS)];
const SEED = Number(ISOLATION_SEED ?? Date.now() & 0x7fffffff);

let system: TestSystem;
afterEach(() => system.close());

type Look = (model: Model, world: World, person: number) => Promise<void>;

const product: Look = async (model, world, person) => {
  const { view, said } = await lookAround(model, world, person);
  expect(view).toEqual(expectedView(model, person));
  expectOwnWords(model, person, said);
};
const bare: Look = async (model, world, person) => {
  for (const space of model.spaces) expect(await lookBare(model, world, person, space)).toEqual([]);
};

interface Act {
  step: Step;
  looker: number;
  [fc.toStringMethod](): string;
}

async function act({ step, looker }: Act, look: Look, model: Model, world: World): Promise<void> {
  await world.system.owner.query("DELETE FROM rate_limit");
  // Two acts are never of one moment.
  await spaceActs.wait(1 / 3600)(model, world);
  await step(model, world);
  await expectOwnMails(model, world);
  await look(model, world, looker);
}

const person = fc.nat(5);
/** Parts that are cast in the workspace where they are played: most courses by chance alone come to nothing. */
const [OWNER, GUEST, STRANGER, AWAY, MEMBER] = [-1, -2, -3, -4, -5];
const mostly = (part: number) =>
  fc.oneof({ weight: 3, arbitrary: fc.constant(part) }, { weight: 1, arbitrary: person });
const actor = mostly(OWNER);

function cast<Given>(space: Space, given: Given): Given {
  const people = [0, 1, 2, 3, 4, 5];
  const places = [...space.members];
  const owners = places.filter(([, { role, isActive }]) => role === "OWNER" && isActive);
  const found: Record<number, number | undefined> = {
    [OWNER]: (owners.find(([one]) => space.world.secured.has(one)) ?? owners[0])?.[0],
    [GUEST]: places.find(([, { role, isActive }]) => role === "GUEST" && isActive)?.[0],
    [AWAY]: places.find(([, { isActive }]) => !isActive)?.[0],
    [MEMBER]: places.findLast(([, { role, isActive }]) => role !== "OWNER" && isActive)?.[0],
    [STRANGER]: people.find((one) => !space.members.has(one)),
  };
  // A number like the one it stands for.
  return (typeof given === "number" && given < 0 ? (found[given] ?? 0) : given) as Given;
}

const role = fc.nat(4).map(roleAt);
const isNever = <Given>(given: fc.Arbitrary<Given>) => fc.option(given, { freq: 3 });
const several = fc.uniqueArray(person, { minLength: 1, maxLength: 4 });
const age = fc.constantFrom(0, 0, 0, 1);
const isOther = fc.constantFrom(false, false, false, true);

/** Every act by name, with what it is given; those of a workspace are given which. */
function stepsOf() {
  const of = <Given extends unknown[]>(
    name: string,
    act: (...given: Given) => SpaceStep,
    ...given: { [Index in keyof Given]: fc.Arbitrary<Given[Index]> }
  ) =>
    fc.tuple(fc.tuple<Given>(...given), fc.nat(3)).map(([all, which]): [string, Step] => [
      `${name} ${JSON.stringify(all)} in ${which}`,
      async (model, world) => {
        const standing = model.spaces.filter(({ isPurged }) => !isPurged || which === 3);
        const space = standing[which % standing.length];
        if (!space) return;
        // The same tuple, each part of it cast.
        await act(...(all.map((one) => cast(space, one)) as Given))(model, world, space);
      },
    ]);
  const worker: [string, Step] = ["the worker comes", spaceActs.letWorkerCome];
  return fc.oneof(
    ...[
      person.map((one): [string, Step] => [`${one} creates`, spaceActs.create(one)]),
      fc.constant(worker),
      fc.constant(worker),
      fc
        .tuple(person, fc.constantFrom(14, 16, 61))
        .map(([one, age]): [string, Step] => [`${one} comes back after ${age} min`, spaceActs.comeBack(one, age)]),
      fc
        .constantFrom(1, 1, 1, 1, 1, 23, 25, 49, 8 * 24, 31 * 24)
        .map((hours): [string, Step] => [`wait ${hours} h`, spaceActs.wait(hours)]),
      of("rename", spaceActs.rename, actor, fc.nat(2)),
      of("delete", spaceActs.remove, actor),
      of("undo", spaceActs.undo, actor),
      of("undo", spaceActs.undo, actor),
      of("undo", spaceActs.undo, actor),
      of("restore", () => spaceActs.restore),
      of("restore", () => spaceActs.restore),
      of("zone", settingsActs.setZone, actor, fc.nat(2)),
      of("bill", settingsActs.bill, actor),
      of("seats", settingsActs.allowSeats, isNever(fc.nat(2))),
      of("domains", settingsActs.limitDomains, actor, fc.nat(2)),
      of("second factor", settingsActs.requireMfa, actor, isNever(fc.constantFrom(0, 30))),
      of("sessions", settingsActs.limitSessions, actor, isNever(fc.constantFrom(15, 60))),
      of("logo", settingsActs.draw, actor),
      of("no logo", settingsActs.wipe, actor),
      of("fetch export", logActs.fetchExport, person, age),
    ].map((arbitrary) => ({ weight: 2, arbitrary })),
    // Seen by few and for a week alone: made often, so that who looks meets one.
    { weight: 6, arbitrary: of("export log", logActs.exportLog, actor, fc.constantFrom("csv", "jsonl")) },
    ...[
      of("invite", invitationActs.invite, actor, mostly(STRANGER), role),
      of("accept", invitationActs.accept, isOther, age),
    ].map((arbitrary) => ({ weight: 8, arbitrary })),
    ...[
      of("change invitation", invitationActs.changeInvited, actor, role, age),
      of("revoke", invitationActs.revoke, actor, age),
      of("revoke across", invitationActs.revokeAcross, person),
      of("resend", invitationActs.resend, actor, age),
      of("resend", invitationActs.resend, actor, age),
      of("decline", invitationActs.decline, age),
      of("offer", ownershipActs.offer, actor, mostly(MEMBER)),
      of("offer", ownershipActs.offer, actor, mostly(MEMBER)),
      of("take", ownershipActs.take, isOther),
      of("turn down", ownershipActs.turnDown, isOther),
      of("take back", ownershipActs.takeBack, actor),
      of("name heir", ownershipActs.inherit, actor, isNever(mostly(MEMBER))),
      of("give role", memberActs.giveRole, actor, mostly(MEMBER), role),
      of("make a Guest", memberActs.giveRole, actor, mostly(MEMBER), fc.constant(roleAt(4))),
      of("deactivate", memberActs.deactivate, actor, mostly(MEMBER)),
      of("reactivate", memberActs.reactivate, actor, mostly(AWAY)),
      of("reactivate", memberActs.reactivate, actor, mostly(AWAY)),
      of("end", memberActs.limit, actor, mostly(GUEST), isNever(fc.constantFrom(1, 30))),
      of("end", memberActs.limit, actor, mostly(GUEST), isNever(fc.constantFrom(1, 30))),
      of("bulk", memberActs.bulk, actor, several, fc.nat(4)),
      of("expel", memberActs.expel, actor, person),
      of("leave", memberActs.leave, person),
    ].map((arbitrary) => ({ weight: 2, arbitrary })),
  );
}

async function walk(look: Look): Promise<void> {
  process.stdout.write(`isolation: seed ${SEED}, ${RUNS} runs of ${STEPS} steps\n`);
  const acts = fc
    .tuple(stepsOf(), person)
    .map(([[name, step], looker]): Act => ({ step, looker, [fc.toStringMethod]: () => `${name}; ${looker} looks` }));
  const course = fc.array(acts, { minLength: STEPS, maxLength: STEPS, size: "max" });
  let done = 0;
  await fc.assert(
    fc.asyncProperty(course, person, async (all, exporting) => {
      const { model, real } = await makeWorld(system, { runTask, makeLogExport });
      for (const one of all) await act(one, look, model, real);
      await expectOwnTraces(model, real);
      await expectOwnExport(model, real, exporting);
      if (++done % 10 === 0) process.stdout.write(`isolation: ${done} runs of seed ${SEED}\n`);
    }),
    { numRuns: RUNS, seed: SEED, endOnFailure: true },
  );
}

/** An archive of one's own data tells of workspaces that one ever was in, and of no other. */
async function expectOwnExport(model: Model, world: World, who: number): Promise<void> {
  await system.owner.query("DELETE FROM rate_limit");
  const { id } = await requestExport(await by(world, who), {});
  await makeExport({ ...system.admin, log: world.services.log }, id);
  const { rows } = await system.owner.query("SELECT archive FROM data_export WHERE id = $1", [id]);
  const files = Object.values(unzipSync(new Uint8Array(rows[0].archive)));
  expect(files.length).toBeGreaterThan(3);
  expectOnly(model, files.map((file) => strFromU8(file)).join("\n"), (space) => space.known.has(who));
}

/** Row-level security off: what is left are the filters. */
async function takeWallAway(): Promise<void> {
  const { rows } = await system.owner.query<{ name: string }>(
    "SELECT relname AS name FROM pg_class WHERE relrowsecurity AND relnamespace = 'public'::regnamespace",
  );
  for (const { name } of rows)
    await system.owner.query(`ALTER TABLE ${name} NO FORCE ROW LEVEL SECURITY, DISABLE ROW LEVEL SECURITY`);
  expect(rows.length).toBeGreaterThanOrEqual(12);
}

const HOURS_3 = 3 * 60 * 60_000;

test("each sees exactly what they are let see, whatever was done before", { timeout: HOURS_3 }, async () => {
  system = await openTestSystem();
  await walk(product);
});

test("the filters off: row-level security alone shows and lets touch one's own scope", {
  timeout: HOURS_3,
}, async () => {
  system = await openTestSystem();
  await walk(bare);
});

test("row-level security off: the filters alone show the same", { timeout: HOURS_3 }, async () => {
  system = await openTestSystem();
  await takeWallAway();
  await walk(product);
});
