import type { Launched } from "../tooling/run/launch.ts";
import { compare } from "./compare.ts";
import type { Judgement } from "./judgement.ts";
import type { Measured, Subject } from "./load.ts";
import type { Tenants } from "./seed-large.ts";
import { ENTRIES, MEMBERS, openConsole, seedFew, seedMany, WORKSPACES } from "./seed-large.ts";

type Served = Pick<Subject, "pid" | "port" | "headers">;
/** What must cost what a first page does; and searches, which read until they found enough: told, not judged. */
type Pages = { pages: Subject[]; searches: Subject[] };
type Lists = { members: Subject; log: Subject; invitations: Subject; own: Subject; console: Subject };

const ROUNDS = { connections: 8, rounds: 3, seconds: 2 };

/**
 * Every list of a workspace with ten thousand members and a million facts, in a system of a hundred thousand workspaces,
 * beside the first page of one that has just begun; and the members beside the peer's.
 */
export async function measureLargeTenants(
  { env }: Launched,
  {
    tenants,
    web,
    admin,
    peer,
  }: { tenants: Tenants; web: Served; admin: Served; peer: { few: Subject; middle: Subject } },
  judged: Judgement,
): Promise<void> {
  // The peers are installed when the bench runs, not before.
  const { default: pg } = await import("pg");
  const owner = new pg.Client({ connectionString: String(env.owner.DATABASE_URL) });
  await owner.connect();
  try {
    const headers = { authorization: `Bearer ${await openConsole(owner)}` };
    const lists = { own: own(web), console: systemList({ ...admin, headers }, "first page", {}) };
    await seedFew(owner, tenants);
    const small = { ...listsOf(web, tenants.small), ...lists };
    const before = await firstPages(small);
    await seedMany(owner, tenants);
    console.log(`\nSeeded ${MEMBERS} members, ${ENTRIES} facts, ${WORKSPACES} workspaces`);
    await judgeWorkspace(judged, small, await largePages(web, tenants));
    await judgeSystem(judged, before, lists, await consolePages({ ...admin, headers }));
    await judgePeer(judged, listsOf(web, tenants.large).members, peer);
  } finally {
    await owner.end();
  }
}

async function firstPages(lists: Lists): Promise<Pick<Record<keyof Lists, Measured>, "own" | "console">> {
  const [ownBefore, consoleBefore] = await compare("Few workspaces", ROUNDS, [lists.own, lists.console]);
  return { own: ownBefore, console: consoleBefore };
}

async function judgeWorkspace(
  judged: Judgement,
  small: Lists,
  large: Record<"members" | "log" | "invitations", Pages>,
): Promise<void> {
  for (const name of ["members", "log", "invitations"] as const) {
    const { pages, searches } = large[name];
    const [first, ...measured] = await compare(`List: ${name}`, ROUNDS, [small[name], ...pages, ...searches]);
    for (const [index, page] of pages.entries())
      judged.atMost(`${page.name}: × a first page`, 1.5, slower(first, measured[index]));
  }
}

async function judgeSystem(
  judged: Judgement,
  before: Awaited<ReturnType<typeof firstPages>>,
  lists: Pick<Lists, "own" | "console">,
  { pages, searches }: Pages,
): Promise<void> {
  const subjects = [lists.own, lists.console, ...pages];
  const measured = await compare(`Of ${WORKSPACES} workspaces`, ROUNDS, [...subjects, ...searches]);
  for (const [index, { name }] of subjects.entries())
    judged.atMost(`${name}: × of few`, 1.5, slower(index === 0 ? before.own : before.console, measured[index]));
}

async function judgePeer(judged: Judgement, ours: Subject, peer: { few: Subject; middle: Subject }): Promise<void> {
  const [mine, , theirs] = await compare("Members beside the peer", ROUNDS, [ours, peer.few, peer.middle]);
  judged.atLeast("members, page of 10,000 × the peer", 15, mine.requestsPerSecond / theirs.requestsPerSecond);
}

/** How many times longer a page takes than the first; one that was refused took for ever. */
function slower(first: Measured, page: Measured | undefined): number {
  return !page || page.errors > 0 ? Number.POSITIVE_INFINITY : first.requestsPerSecond / page.requestsPerSecond;
}

function listsOf(web: Served, id: string): Pick<Lists, "members" | "log" | "invitations"> {
  return {
    members: list(web, "workspaces.members.list", "members, small", { id }),
    log: list(web, "workspaces.audit.list", "log, small", { id }),
    invitations: list(web, "workspaces.invitations.list", "invitations, small", { id }),
  };
}

function own(web: Served): Subject {
  return { ...web, name: "own workspaces", path: "/api/trpc/workspaces.list" };
}

function systemList(admin: Served, name: string, input: object): Subject {
  return list(admin, "workspaces.list", `console's workspaces, ${name}`, input);
}

async function largePages(web: Served, { large: id, owner }: Tenants) {
  const page = (procedure: string, name: string, input: object = {}) => list(web, procedure, name, { id, ...input });
  const members = (name: string, input?: object) => page("workspaces.members.list", `members, ${name}`, input);
  const log = (name: string, input?: object) => page("workspaces.audit.list", `log, ${name}`, input);
  const invitations = (name: string, input?: object) =>
    page("workspaces.invitations.list", `invitations, ${name}`, input);
  const longAgo = new Date(Date.now() - 150 * 86_400_000).toISOString();
  const [middle, past, deep] = [
    await cursorAfter(members("to the middle", { limit: 100 }), 50),
    await cursorAfter(log("long ago", { to: longAgo }), 1),
    await cursorAfter(invitations("to the middle", { limit: 100 }), 50),
  ];
  return {
    members: {
      pages: [members("first page"), members("middle", { cursor: middle }), members("of one role", { role: "GUEST" })],
      searches: [members("search of many", { q: "linh" }), members("search of one", { q: "person-9876" })],
    },
    log: {
      searches: [],
      pages: [
        log("first page"),
        log("middle", { cursor: past }),
        log("of one person", { actorId: owner }),
        log("of one act", { actions: ["branding.updated"] }),
        log("of a day", { from: longAgo, to: new Date(Date.parse(longAgo) + 86_400_000).toISOString() }),
      ],
    },
    invitations: {
      searches: [],
      pages: [
        invitations("first page"),
        invitations("middle", { cursor: deep }),
        invitations("declined", { filter: "declined" }),
      ],
    },
  };
}

async function consolePages(admin: Served): Promise<Pages> {
  const middle = await cursorAfter(systemList(admin, "to the middle", { limit: 100 }), 50);
  return {
    pages: [
      systemList(admin, "middle", { cursor: middle }),
      systemList(admin, "deleted", { filter: "deleted" }),
      systemList(admin, "purging soon", { filter: "purging_soon" }),
    ],
    searches: [
      systemList(admin, "search of one", { q: "Tenant 98765" }),
      systemList(admin, "search by owner", { q: "person-9876@" }),
    ],
  };
}

function list(served: Served, procedure: string, name: string, input: object): Subject {
  return { ...served, name, path: `/api/trpc/${procedure}?input=${encodeURIComponent(JSON.stringify(input))}` };
}

/** Walks so many pages on, as a reader would, and says where the next begins. */
async function cursorAfter(subject: Subject, pages: number): Promise<string> {
  let cursor = "";
  for (let count = 0; count < pages; count++) {
    const url = new URL(`http://127.0.0.1:${subject.port}${subject.path}`);
    const input = JSON.parse(url.searchParams.get("input") ?? "{}") as object;
    url.searchParams.set("input", JSON.stringify(cursor ? { ...input, cursor } : input));
    const response = await fetch(url, { headers: subject.headers ?? {} });
    if (!response.ok) throw new Error(`${subject.name} answered ${response.status}: ${await response.text()}`);
    const { result } = (await response.json()) as { result: { data: { nextCursor: string | null } } };
    cursor = result.data.nextCursor ?? cursor;
  }
  return cursor;
}
