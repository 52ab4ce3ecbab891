import type { Role } from "@pronaflow/contract";
import { ROLES } from "@pronaflow/contract";
import type { Services, SystemContext, UserContext, WorkspaceContext } from "@pronaflow/core/kernel";
import type { TestAccount } from "../accounts.ts";
import { makeAccount } from "../accounts.ts";
import { inConsole, inWorkspace, openSessionFor, withToken } from "../contexts.ts";
import { giveTotp } from "../second-factor.ts";
import type { TestSystem } from "../test-system.ts";
import { makeWorkspace } from "../workspaces.ts";
import type { Model, Space } from "./model.ts";

/** The real thing beside the model: its people with their sessions, and every mail and log line that went out. */
export interface World {
  system: TestSystem;
  /** The web app's, with a log that is kept. */
  services: Services;
  people: TestAccount[];
  admin: TestAccount;
  heard: string[];
  jobs: Jobs;
  /** The worker's, with the same log. */
  worker: Services;
  sessions: Map<TestAccount, { at: number; ctx: UserContext & Partial<SystemContext> }>;
}

/** What the worker does when its time has come. */
export interface Jobs {
  runTask(services: Services, name: "members.end" | "workspaces.purge"): Promise<void>;
  makeLogExport(services: Services, workspaceId: string, exportId: string): Promise<void>;
}

const PEOPLE = 6;
/** Those who have a second factor. */
const SECURED = [0, 2, 4];
const MINUTES_8 = 8 * 60_000;
let words = 0;

/** A word that stands in the texts of one workspace alone: consonants, so that it spells nothing and looks like no other. */
export function newWord(): string {
  const digits = String(++words).padStart(6, "0");
  return `canary${[...digits].map((digit) => "bdfghkpstw"[Number(digit)]).join("")}z`;
}

/** Six people and two workspaces; two people are in both, two in none. */
export async function makeWorld(system: TestSystem, jobs: Jobs): Promise<{ model: Model; real: World }> {
  const heard: string[] = [];
  const hear = (message: string, facts?: object) => void heard.push(`${message} ${JSON.stringify(facts ?? {})}`);
  const log = { debug: hear, info: hear, warn: hear, error: hear };
  const services = { ...system.web, log };
  const people: TestAccount[] = [];
  for (let index = 0; index < PEOPLE; index++) people.push(await makeAccount(system));
  for (const index of SECURED) await giveTotp(system, personOf({ people }, index));
  const admin = await makeAccount(system, { systemRole: "SUPERADMIN" });
  const worker = { ...system.admin, log };
  const real = { ...{ system, services, worker, jobs }, ...{ people, admin, heard }, sessions: new Map() };
  const model: Model = { now: system.clock.now().getTime(), secured: new Set(SECURED), spaces: [] };
  model.spaces.push(
    await makeSpace(model, real, [
      [0, "OWNER"],
      [1, "ADMIN"],
      [2, "MEMBER"],
      [3, "VIEWER"],
    ]),
  );
  model.spaces.push(
    await makeSpace(model, real, [
      [2, "OWNER"],
      [3, "OWNER"],
      [0, "GUEST"],
    ]),
  );
  return { model, real };
}

async function makeSpace(model: Model, world: World, members: [number, Role][]): Promise<Space> {
  const word = newWord();
  const all = members.map(([person, role]) => ({ account: personOf(world, person), role }));
  const [owner, ...others] = all;
  if (!owner) throw new Error("A workspace has an Owner.");
  const facts = { name: `${word} works`, slug: word };
  const { id, name, slug } = await makeWorkspace(world.system, owner.account, others, facts);
  return await describe(model, world, { id, name, slug, word }, members);
}

/** How a new workspace stands in the model. */
export async function describe(
  model: Model,
  { system, people }: World,
  facts: Pick<Space, "id" | "name" | "slug" | "word">,
  members: readonly (readonly [number, Role])[],
): Promise<Space> {
  const { rows } = await system.owner.query<{ id: string; account_id: string }>(
    "SELECT id, account_id FROM membership WHERE workspace_id = $1",
    [facts.id],
  );
  const memberIdOf = (person: number) => rows.find((row) => row.account_id === people[person]?.id)?.id ?? "";
  return {
    ...facts,
    ...{
      description: "",
      deletedAt: null,
      isPurged: false,
      timeZone: "UTC",
      isColoured: false,
      legalName: "",
      seats: null,
      domains: [],
      mfaFrom: null,
      sessionMinutes: null,
      logo: null,
      log: [],
      exports: [],
      invitations: [],
      offer: null,
      world: model,
    },
    members: new Map(
      members.map(([person, role]) => [
        person,
        { memberId: memberIdOf(person), role, isActive: true, endsAt: null, heir: null },
      ]),
    ),
    known: new Set(members.map(([person]) => person)),
  };
}

export function personOf({ people }: Pick<World, "people">, index: number): TestAccount {
  const person = people[index];
  if (!person) throw new Error(`There is no person ${index}.`);
  return person;
}

/** A person's request, with a proof that is fresh enough for everything. */
export async function by(world: World, person: number): Promise<UserContext> {
  const account = personOf(world, person);
  const now = world.system.clock.now().getTime();
  const kept = world.sessions.get(account);
  if (kept && now - kept.at < MINUTES_8) {
    // What the session's read brought along is of that moment: the list is read anew.
    const { ownWorkspaces: _old, ...actor } = kept.ctx.actor;
    return { ...kept.ctx, actor };
  }
  const ctx = await enter(world, person);
  world.sessions.set(account, { at: now, ctx });
  return ctx;
}

/** Signed in anew: with both factors by who has two. */
async function enter(world: World, person: number): Promise<UserContext> {
  const assurance = SECURED.includes(person) ? 2 : 1;
  const token = await openSessionFor(world.system, personOf(world, person), world.services, assurance);
  return await withToken(world.services, token);
}

/** A request by a session that was made so many minutes ago. */
export async function byOldSession(world: World, person: number, minutes: number): Promise<UserContext> {
  const ctx = await enter(world, person);
  const createdAt = new Date(world.system.clock.now().getTime() - minutes * 60_000);
  const session = { ...ctx.actor.session, createdAt };
  return { ...ctx, actor: { ...ctx.actor, session } };
}

export async function inSpace(world: World, space: Space, person: number): Promise<WorkspaceContext> {
  return await inWorkspace(await by(world, person), space.id);
}

export function byAdmin({ system, admin }: World): Promise<SystemContext & UserContext> {
  return inConsole(system, admin);
}

/** The code a call failed with, or null. */
export async function codeOf(work: Promise<unknown>): Promise<string | null> {
  try {
    await work;
    return null;
  } catch (error) {
    if (error instanceof Error && "code" in error) return String(error.code);
    throw error;
  }
}

export const roleAt = (index: number): Role => ROLES[index % ROLES.length] ?? "GUEST";
