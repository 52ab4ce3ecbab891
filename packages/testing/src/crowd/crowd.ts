import type { Role } from "@pronaflow/contract";
import { fail } from "@pronaflow/contract";
import { acceptInvitation, inviteMembers } from "@pronaflow/core/invitations";
import type { Services, UserContext, WorkspaceContext } from "@pronaflow/core/kernel";
import { authenticateRequest } from "@pronaflow/core/sessions";
import { createWorkspace } from "@pronaflow/core/workspaces";
import type { TestAccount } from "../accounts.ts";
import { makeAccount } from "../accounts.ts";
import { asGuest, asUser, inWorkspace, openSessionFor } from "../contexts.ts";
import type { TestSystem } from "../test-system.ts";
import type { Dice } from "./dice.ts";

/** One attempt of a client: what it asked for, under which request, and how it was answered. */
export interface Entry {
  requestId: string;
  act: string;
  /** Null: acknowledged. */
  code: string | null;
}

export interface Space {
  id: string;
  name: string;
}

/** Someone, and the session of their browser. Who deletes their account is followed by somebody new. */
export interface Person {
  account: TestAccount;
  token: string;
  /** Signing in anew: once, however many of their tabs found the session ended. */
  renewal?: Promise<void>;
}

/** Many clients over the same people and workspaces, all at once. */
export interface Crowd {
  system: TestSystem;
  spaces: Space[];
  people: Person[];
  journal: Entry[];
  runTask(services: Services, name: "members.end" | "accounts.delete"): Promise<void>;
}

const SPACES = 5;
const PEOPLE = 30;
const ROLES_AT_FIRST = ["OWNER", "ADMIN", "MEMBER", "VIEWER", "GUEST"] as const;

/** Thirty people and five workspaces: in each somebody of every role, and two who own it. */
export async function gather(system: TestSystem, runTask: Crowd["runTask"]): Promise<Crowd> {
  const people: Person[] = [];
  for (let nth = 0; nth < PEOPLE; nth++) people.push(await newPerson(system));
  const spaces: Space[] = [];
  for (let nth = 0; nth < SPACES; nth++) {
    const [founder, ...others] = people.slice(nth * ROLES_AT_FIRST.length);
    if (!founder) throw new Error("A workspace needs its founder.");
    const name = `Harbour ${"ABCDE"[nth]}`;
    const ctx = await asUser(system, founder.account);
    const { id } = await createWorkspace(ctx, { name });
    spaces.push({ id, name });
    for (const [index, role] of ROLES_AT_FIRST.entries()) {
      const other = others[index];
      if (other) await bringIn(system, await inWorkspace(ctx, id), other, role);
    }
  }
  return { system, spaces, people, journal: [], runTask };
}

async function bringIn(system: TestSystem, ctx: WorkspaceContext, { account }: Person, role: Role): Promise<void> {
  const { rows } = await inviteMembers(ctx, { id: ctx.scope.workspaceId, emails: [account.email], role });
  const token = rows[0]?.link?.split("#token=")[1] ?? "";
  await acceptInvitation(await asUser(system, account), { token });
}

export async function newPerson(system: TestSystem): Promise<Person> {
  const account = await makeAccount(system);
  return { account, token: await openSessionFor(system, account, system.web) };
}

/** What a browser sends: its session is read anew for each request, as the product does. */
async function request(crowd: Crowd, person: Person, requestId: string, dice: Dice): Promise<UserContext> {
  const { system } = crowd;
  const { token } = person;
  const { actor } = await authenticateRequest(system.web, { authorization: `Bearer ${token}` });
  if (!actor) {
    await renew(system, person, token);
    return fail("UNAUTHENTICATED");
  }
  return { ...asGuest(system.web, { requestId, ip: `203.0.113.${dice.below(250)}` }), actor };
}

/** Signs in again where that session is the one that ended: the cap on sessions is none that a test may pass by. */
export async function renew(system: TestSystem, person: Person, ended: string): Promise<void> {
  if (person.token !== ended) return;
  person.renewal ??= openSessionFor(system, person.account, system.web).then((token) => {
    person.token = token;
    delete person.renewal;
  });
  await person.renewal;
}

/** Asks for one thing and writes down how it ended; null where it was refused. */
export async function attempt<Answer>(
  crowd: Crowd,
  dice: Dice,
  { act, person }: { act: string; person: Person },
  ask: (ctx: UserContext) => Promise<Answer>,
): Promise<Answer | null> {
  const requestId = crowd.system.web.random.uuid();
  crowd.system.clock.advance({ milliseconds: 1 });
  try {
    const answer = await ask(await request(crowd, person, requestId, dice));
    crowd.journal.push({ requestId, act, code: null });
    return answer;
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : `INTERNAL: ${error}`;
    crowd.journal.push({ requestId, act, code });
    return null;
  }
}

/** The same inside a workspace, of which it is proven first that it is theirs. */
export function attemptIn<Answer>(
  crowd: Crowd,
  dice: Dice,
  who: { act: string; person: Person; space: Space },
  ask: (ctx: WorkspaceContext) => Promise<Answer>,
): Promise<Answer | null> {
  return attempt(crowd, dice, who, async (ctx) => ask(await inWorkspace(ctx, who.space.id)));
}
