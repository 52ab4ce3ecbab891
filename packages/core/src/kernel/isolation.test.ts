import type { TestSystem } from "@pronaflow/testing";
import { openTestSystem } from "@pronaflow/testing";
import type { Model, SpaceStep, Step, World } from "@pronaflow/testing/isolation";
import {
  by,
  expectedView,
  expectOnly,
  expectOwnMails,
  expectOwnTraces,
  expectOwnWords,
  invitationActs,
  lookAround,
  lookBare,
  makeWorld,
  memberActs,
  ownershipActs,
  roleAt,
  spaceActs,
} from "@pronaflow/testing/isolation";
import * as fc from "fast-check";
import { strFromU8, unzipSync } from "fflate";
import { afterEach, expect, test } from "vitest";
import { requestExport } from "../account/index.ts";
import { makeExport } from "../account/make-export.ts";

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

function command(name: string, step: Step, look: Look, looker: number): fc.AsyncCommand<Model, World> {
  return {
    check: () => true,
    async run(model, world) {
      await world.system.owner.query("DELETE FROM rate_limit");
      // Two acts are never of one moment.
      await spaceActs.wait(1 / 3600)(model, world);
      await step(model, world);
      await expectOwnMails(model, world);
      await look(model, world, looker);
    },
    toString: () => `${name}; ${looker} looks`,
  };
}

const person = fc.nat(5);
const role = fc.nat(4).map(roleAt);
const age = fc.constantFrom(0, 0, 0, 1);
const isOther = fc.constantFrom(false, false, false, true);

/** Every act by name, with what it is given; those of a workspace are given which. */
function stepsOf() {
  const inSome = (name: string, steps: fc.Arbitrary<[string, SpaceStep]>) =>
    fc.tuple(steps, fc.nat(3)).map(([[given, step], which]): [string, Step] => [
      `${name} ${given} in ${which}`,
      async (model, world) => {
        const space = model.spaces[which % model.spaces.length];
        if (space) await step(model, world, space);
      },
    ]);
  const of = <Given extends unknown[]>(
    name: string,
    act: (...given: Given) => SpaceStep,
    ...given: { [Index in keyof Given]: fc.Arbitrary<Given[Index]> }
  ) =>
    inSome(
      name,
      fc.tuple<Given>(...given).map((all): [string, SpaceStep] => [JSON.stringify(all), act(...all)]),
    );
  return [
    person.map((one): [string, Step] => [`${one} creates`, spaceActs.create(one)]),
    fc.constantFrom(1, 25, 49, 8 * 24).map((hours): [string, Step] => [`wait ${hours} h`, spaceActs.wait(hours)]),
    of("rename", spaceActs.rename, person, fc.nat(2)),
    of("delete", spaceActs.remove, person),
    of("restore", () => spaceActs.restore),
    of("restore", () => spaceActs.restore),
    of("zone", spaceActs.setZone, person, fc.nat(2)),
    of("bill", spaceActs.bill, person),
    of("domains", spaceActs.limitDomains, person, fc.nat(2)),
    of("invite", invitationActs.invite, person, person, role),
    of("invite", invitationActs.invite, person, person, role),
    of("change invitation", invitationActs.changeInvited, person, role, age),
    of("revoke", invitationActs.revoke, person, age),
    of("revoke across", invitationActs.revokeAcross, person),
    of("accept", invitationActs.accept, isOther, age),
    of("accept", invitationActs.accept, isOther, age),
    of("decline", invitationActs.decline, age),
    of("offer", ownershipActs.offer, person, person),
    of("take", ownershipActs.take, isOther),
    of("turn down", ownershipActs.turnDown, isOther),
    of("take back", ownershipActs.takeBack, person),
    of("give role", memberActs.giveRole, person, person, role),
    of("give role", memberActs.giveRole, person, person, role),
    of("deactivate", memberActs.deactivate, person, person),
    of("reactivate", memberActs.reactivate, person, person),
    of("expel", memberActs.expel, person, person),
    of("leave", memberActs.leave, person),
    of("name heir", ownershipActs.inherit, person, fc.option(person)),
  ];
}

async function walk(look: Look): Promise<void> {
  process.stdout.write(`isolation: seed ${SEED}, ${RUNS} runs of ${STEPS} steps\n`);
  const acts = stepsOf().map((steps) =>
    fc.tuple(steps, person).map(([[name, step], looker]) => command(name, step, look, looker)),
  );
  await fc.assert(
    fc.asyncProperty(fc.commands(acts, { maxCommands: STEPS, size: "max" }), person, async (commands, exporting) => {
      const { model, real } = await makeWorld(system);
      await fc.asyncModelRun(() => ({ model, real }), commands);
      await expectOwnTraces(model, real);
      await expectOwnExport(model, real, exporting);
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
