import { fork, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import type { Launched } from "../tooling/run/launch.ts";
import type { Subject } from "./load.ts";
import { post } from "./post.ts";
import { makeSigners, signInSubject } from "./signers.ts";

const PASSWORD = "Quiet-Harbour-Lantern-42";
const peers = join(import.meta.dirname, "peers");

/** Signs a person up in the running product as people do, with five workspaces, and says what to ask of it. */
export async function prepareProduct({ settings, env }: Launched) {
  const port = settings.ports.web;
  const base = `http://127.0.0.1:${port}`;
  const person = { email: "bench@example.com", username: "bench-person", displayName: "Bench", password: PASSWORD };
  await signUp(base, settings.ports.inbox, person);
  const signers = await makeSigners(String(env.owner.DATABASE_URL), person.email);
  const session = await post<{ token: string; user: { id: string } }>(`${base}/api/v1/auth/login`, {
    identifier: person.email,
    password: PASSWORD,
  });
  const headers = { authorization: `Bearer ${session.token}` };
  const made: { id: string }[] = [];
  for (let number = 1; number <= 5; number++)
    made.push(await post(`${base}/api/v1/workspaces`, { name: `Bench ${number}` }, headers));
  const [small, large] = made.map(({ id }) => id);
  const shared = { pid: pidOf("web", "WEB_PORT", String(env.web.WEB_PORT)), port };
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
    large: {
      tenants: { owner: session.user.id, small: String(small), large: String(large) },
      web: { ...shared, headers },
      admin: { pid: pidOf("admin", "ADMIN_PORT", String(env.admin.ADMIN_PORT)), port: settings.ports.admin },
    },
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

/** The process that serves an app on a port, found by its own environment. */
function pidOf(app: string, variable: string, port: string): number {
  for (const pid of readdirSync("/proc").filter((name) => /^\d+$/.test(name))) {
    try {
      const command = readFileSync(`/proc/${pid}/cmdline`, "utf8");
      const environment = readFileSync(`/proc/${pid}/environ`, "utf8").split("\0");
      const cwd = environment.find((line) => line.startsWith("PWD=")) ?? "";
      const isServer = command.includes("dist/server.js") && environment.includes(`${variable}=${port}`);
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
