import type { ChildProcess } from "node:child_process";
import { spawn, spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Launched } from "../tooling/run/launch.ts";
import type { Subject } from "./load.ts";
import { post } from "./post.ts";

const PASSWORD = "Quiet-Harbour-Lantern-42";
const TSX = import.meta.resolve("tsx");
const peers = join(import.meta.dirname, "peers");

/** better-auth in a Next app of its own, on a database of its own in the same server. */
export async function preparePeer({ env }: Launched, port: number) {
  const cwd = join(peers, "better-auth");
  const url = new URL(String(env.owner.DATABASE_URL));
  const { default: pg } = await import("pg");
  const owner = new pg.Client({ connectionString: url.href });
  await owner.connect();
  await owner.query("CREATE DATABASE better_auth");
  await owner.end();
  url.pathname = "/better_auth";
  const base = `http://127.0.0.1:${port}`;
  const own = {
    ...process.env,
    NODE_ENV: "production",
    PEER_URL: base,
    PEER_SECRET: randomBytes(32).toString("hex"),
    PEER_DATABASE_URL: url.href,
    NEXT_TELEMETRY_DISABLED: "1",
  } as NodeJS.ProcessEnv;
  run(["--import", TSX, "migrate.ts"], cwd, own);
  const next = join(import.meta.dirname, "node_modules/next/dist/bin/next");
  run([next, "build"], cwd, own);
  const child = spawn(process.execPath, [next, "start", "-p", String(port), "-H", "127.0.0.1"], {
    cwd,
    env: own,
    stdio: "ignore",
  });
  await answers(`${base}/api/auth/ok`, child);
  const person = { name: "Bench", email: "bench@example.com", password: PASSWORD };
  const cookie = await peerCookie(base, person);
  const made: { id: string }[] = [];
  for (let number = 1; number <= 5; number++) {
    const organization = { name: `Bench ${number}`, slug: `bench-${number}` };
    made.push(await post(`${base}/api/auth/organization/create`, organization, { cookie, origin: base }));
  }
  const shared = { pid: child.pid ?? 0, port, headers: { cookie, origin: base } };
  return {
    version: versionOf(cwd),
    session: { ...shared, name: "better-auth get-session in Next", path: "/api/auth/get-session" } satisfies Subject,
    list: {
      ...shared,
      name: "better-auth organization list in Next",
      path: "/api/auth/organization/list",
    } satisfies Subject,
    signIn: {
      ...shared,
      headers: { origin: base },
      name: "better-auth sign-in (scrypt) in Next",
      path: "/api/auth/sign-in/email",
      method: "POST",
      body: () => JSON.stringify({ email: person.email, password: PASSWORD }),
    } satisfies Subject,
    /** Ten thousand members in its first organisation; a first page of them, and one from the middle. */
    fillOrganization: async () => {
      const id = String(made[0]?.id);
      await addMembers(url.href, id);
      const page = (offset: number): Subject => ({
        ...shared,
        name: `better-auth list-members, 50 at ${offset}, in Next`,
        path: `/api/auth/organization/list-members?organizationId=${id}&limit=50&offset=${offset}&sortBy=createdAt`,
      });
      return { few: page(0), middle: page(5_000) };
    },
    stop: () => child.kill(),
  };
}

async function addMembers(databaseUrl: string, organizationId: string): Promise<void> {
  const { default: pg } = await import("pg");
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  await client.query(`INSERT INTO "user" (id, name, email, "emailVerified", "createdAt", "updatedAt")
    SELECT 'person-' || n, 'Person ' || n, 'person-' || n || '@example.com', true, now(), now()
    FROM generate_series(1, 10000) n`);
  await client.query(
    `INSERT INTO member (id, "organizationId", "userId", role, "createdAt")
      SELECT 'member-' || n, $1, 'person-' || n, 'member', now() + n * interval '1 second' FROM generate_series(1, 10000) n`,
    [organizationId],
  );
  await client.query("VACUUM ANALYZE");
  await client.end();
}

function versionOf(cwd: string): string {
  const file = join(cwd, "../../node_modules/better-auth/package.json");
  return String(JSON.parse(readFileSync(file, "utf8")).version);
}

async function peerCookie(base: string, person: object): Promise<string> {
  const response = await fetch(`${base}/api/auth/sign-up/email`, {
    method: "POST",
    headers: { "content-type": "application/json", origin: base },
    body: JSON.stringify(person),
  });
  if (!response.ok) throw new Error(`The peer refused the sign-up: ${response.status}`);
  return response.headers
    .getSetCookie()
    .map((line) => line.split(";")[0])
    .join("; ");
}

async function answers(url: string, child: ChildProcess): Promise<void> {
  for (let tries = 0; tries < 300; tries++) {
    if (child.exitCode !== null) throw new Error("The peer ended before it was ready.");
    if (
      await fetch(url).then(
        (response) => response.ok,
        () => false,
      )
    )
      return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`${url} does not answer.`);
}

function run(args: string[], cwd: string, env: NodeJS.ProcessEnv): void {
  const { status } = spawnSync(process.execPath, args, { cwd, env, stdio: ["ignore", "ignore", "inherit"] });
  if (status !== 0) throw new Error(`${args.join(" ")} failed.`);
}
