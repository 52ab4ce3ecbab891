import type { ChildProcess } from "node:child_process";
import { fork, spawn, spawnSync } from "node:child_process";
import { createHash, randomBytes } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import type { Launched } from "../tooling/run/launch.ts";
import type { Subject } from "./load.ts";
import { makeSigners, signInSubject } from "./signers.ts";

const PASSWORD = "Quiet-Harbour-Lantern-42";
const TSX = import.meta.resolve("tsx");
const peers = join(import.meta.dirname, "peers");

/** Signs a person up in the running product as people do, with five workspaces, and says what to ask of it. */
export async function prepareProduct({ settings, env }: Launched) {
  const port = settings.ports.web;
  const base = `http://127.0.0.1:${port}`;
  const person = { email: "bench@example.com", username: "bench-person", displayName: "Bench", password: PASSWORD };
  await signUp(base, settings.ports.inbox, person);
  const signers = await makeSigners(String(env.owner.DATABASE_URL), person.email);
  const session = await post<{ token: string }>(`${base}/api/v1/auth/login`, {
    identifier: person.email,
    password: PASSWORD,
  });
  const headers = { authorization: `Bearer ${session.token}` };
  for (let number = 1; number <= 5; number++)
    await post(`${base}/api/v1/workspaces`, { name: `Bench ${number}` }, headers);
  const shared = { pid: pidOf("web", String(env.web.WEB_PORT)), port };
  return {
    sessionHash: createHash("sha256").update(session.token).digest("hex"),
    me: { ...shared, name: "PronaFlow auth.me", path: "/api/trpc/auth.me", headers } satisfies Subject,
    list: {
      ...shared,
      name: "PronaFlow workspaces.list",
      path: "/api/trpc/workspaces.list",
      headers,
    } satisfies Subject,
    ping: { ...shared, name: "PronaFlow no-op procedure", path: "/api/trpc/ping" } satisfies Subject,
    signIn: signInSubject(shared, signers, { origin: String(env.web.APP_URL), password: PASSWORD }),
  };
}

async function signUp(base: string, inbox: number, person: { email: string }): Promise<void> {
  await post(`${base}/api/v1/auth/register`, person);
  const token = await verificationToken(inbox, person.email);
  await post(`${base}/api/v1/auth/verify-email`, { token });
}

/** The bare server: node:http, pg and one prepared SELECT. */
export async function prepareBare({ env }: Launched, sessionHash: string) {
  const child = fork(join(peers, "bare.ts"), [String(env.owner.DATABASE_URL), sessionHash], {
    cwd: import.meta.dirname,
  });
  const { port } = await new Promise<{ port: number }>((resolve) =>
    child.once("message", (message) => resolve(message as { port: number })),
  );
  return {
    select: { name: "bare node:http + pg", pid: child.pid ?? 0, port, path: "/" } satisfies Subject,
    stop: () => child.kill(),
  };
}

/** The limit of hashing: as many passwords as the cores verify while nothing else runs. */
export async function measureHashing(seconds: number): Promise<number> {
  const child = fork(join(peers, "hashing.ts"), [String(seconds)], {
    execArgv: [],
    env: { ...process.env, UV_THREADPOOL_SIZE: String(availableParallelism()) },
  });
  return await new Promise((resolve, reject) => {
    child.once("message", (message) => resolve((message as { perSecond: number }).perSecond));
    child.once("error", reject);
    child.once("exit", (code) => reject(new Error(`The measure of hashing ended (${code}).`)));
  });
}

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
  for (let number = 1; number <= 5; number++) {
    await post(
      `${base}/api/auth/organization/create`,
      { name: `Bench ${number}`, slug: `bench-${number}` },
      { cookie, origin: base },
    );
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
    stop: () => child.kill(),
  };
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

async function post<Answer>(url: string, body: object, headers: Record<string, string> = {}): Promise<Answer> {
  const response = await fetch(url, {
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`${url} answered ${response.status}: ${(await response.text()).slice(0, 300)}`);
  return (await response.json()) as Answer;
}

async function verificationToken(inboxPort: number, address: string): Promise<string> {
  for (let tries = 0; tries < 100; tries++) {
    const mails = (await (await fetch(`http://127.0.0.1:${inboxPort}/api/email`)).json()) as {
      text?: string;
      to?: { address: string }[];
    }[];
    const mail = mails.find(({ to }) => to?.some((one) => one.address === address));
    const token = /#token=([a-z2-7]{32})/.exec(mail?.text ?? "")?.[1];
    if (token) return token;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error("The verification mail did not arrive.");
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

/** The process that serves an app on a port, found by its own environment. */
function pidOf(app: string, port: string): number {
  for (const pid of readdirSync("/proc").filter((name) => /^\d+$/.test(name))) {
    try {
      const command = readFileSync(`/proc/${pid}/cmdline`, "utf8");
      const environment = readFileSync(`/proc/${pid}/environ`, "utf8").split("\0");
      const cwd = environment.find((line) => line.startsWith("PWD=")) ?? "";
      const isServer = command.includes("dist/server.js") && environment.includes(`WEB_PORT=${port}`);
      if (isServer && (cwd.endsWith(`apps/${app}`) || linkOf(pid).endsWith(`apps/${app}`))) return Number(pid);
    } catch {
      // Gone meanwhile, or not ours.
    }
  }
  return 0;
}

function linkOf(pid: string): string {
  const { stdout } = spawnSync("readlink", [`/proc/${pid}/cwd`], { encoding: "utf8" });
  return stdout.trim();
}
