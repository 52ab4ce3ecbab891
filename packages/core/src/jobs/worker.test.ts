import type { ChildProcess } from "node:child_process";
import { fork } from "node:child_process";
import { resolve } from "node:path";
import type { SmtpStub } from "@pronaflow/email/testing";
import { reply, startSmtp } from "@pronaflow/email/testing";
import type { TestSystem } from "@pronaflow/testing";
import { asGuest, makeAccount, openTestSystem, TEST_SECRET_KEY } from "@pronaflow/testing";
import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest";
import { requestPasswordReset } from "../identity/index.ts";
import { roleUrls } from "../kernel/open-services.ts";
import type { Services } from "../kernel/services.ts";
import { openTransport } from "../mail/index.ts";
import type { Worker } from "./start-worker.ts";
import { startWorker } from "./start-worker.ts";

vi.setConfig({ testTimeout: 200_000 });

const MAIN = resolve(import.meta.dirname, "../../../../apps/worker/src/main.ts");

let system: TestSystem;
/** The time of the workers and of who asks for mails: real, and moved ahead where a test waits. */
let aheadMs = 0;
const clock = { now: () => new Date(Date.now() + aheadMs) };
const complaints: string[] = [];
const closing: (() => unknown)[] = [];

beforeAll(async () => {
  system = await openTestSystem();
});
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
  aheadMs = 0;
});
afterAll(() => system.close());

async function smtp(...given: Parameters<typeof startSmtp>): Promise<SmtpStub> {
  const server = await startSmtp(...given);
  closing.push(() => server.stop());
  return server;
}

async function workOn(server: SmtpStub, sweepMs = 100): Promise<Worker> {
  const services: Services = {
    ...system.admin,
    clock,
    env: { ...system.admin.env, SMTP_URL: `smtp://127.0.0.1:${server.port}` },
    log: { ...system.admin.log, error: (message) => complaints.push(message) },
  };
  const transport = openTransport(services.env);
  const worker = await startWorker(services, { transport, sweepMs });
  closing.push(async () => {
    await worker.stop();
    transport.close();
  });
  return worker;
}

let callers = 0;

/** A command that asks for a mail, from an address of its own. */
async function askForMail(): Promise<{ to: string }> {
  const { email } = await makeAccount(system);
  const ctx = asGuest({ ...system.web, clock }, { ip: `198.51.100.${++callers}` });
  await requestPasswordReset(ctx, { email });
  return { to: email };
}

async function stateOf(to: string): Promise<string | undefined> {
  const { rows } = await system.owner.query<{ state: string }>("SELECT state FROM mail_outbox WHERE recipient = $1", [
    to,
  ]);
  return rows[0]?.state;
}

// How long a busy machine is waited for: no rule of the product's.
const PATIENCE = { timeout: 60_000, interval: 20 } as const;
const eventually = (claim: () => unknown) => vi.waitFor(claim, PATIENCE);

async function startChild(server: SmtpStub): Promise<ChildProcess> {
  const child = fork(MAIN, [], {
    execArgv: ["--import", "tsx"],
    env: {
      NODE_ENV: "test",
      LOG_LEVEL: "error",
      SECRET_KEY: TEST_SECRET_KEY,
      DATABASE_ADMIN_URL: roleUrls(system.admin.env).admin,
      SMTP_URL: `smtp://127.0.0.1:${server.port}`,
    },
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
  closing.push(() => child.kill("SIGKILL"));
  await new Promise<void>((ready, reject) => {
    child.once("message", () => ready());
    child.once("exit", (code) => reject(new Error(`The worker ended with ${code} before it was ready.`)));
  });
  return child;
}

test("a mail leaves by the commit that asked for it: no sweep has to find it", async () => {
  const server = await smtp();
  await workOn(server, 60 * 60_000);
  const { to } = await askForMail();
  await eventually(() => expect(server.recipients).toEqual([to]));
  await eventually(async () => expect(await stateOf(to)).toBe("SENT"));
  expect(complaints).toEqual([]);
});

test("two workers send thirty mails once each", async () => {
  const server = await smtp();
  await Promise.all([workOn(server), workOn(server)]);
  const asked = await Promise.all(Array.from({ length: 30 }, () => askForMail()));
  await eventually(() => expect(server.recipients.length).toBeGreaterThanOrEqual(30));
  await eventually(async () => expect(await stateOf(asked.at(-1)?.to ?? "")).toBe("SENT"));
  expect([...server.recipients].sort()).toEqual(asked.map(({ to }) => to).sort());
});

test("commands do not wait for a mail server that is down or slow; once it heals all is sent within two minutes", async () => {
  let isDown = true;
  let answer = () => {};
  const slow = new Promise<void>((release) => {
    answer = release;
  });
  const server = await smtp({}, async () => {
    await slow;
    return isDown ? reply(451) : null;
  });
  await workOn(server);
  const asked: { to: string }[] = [];
  // A command that waited for the server would wait for ever: it answers nobody before all of them are done.
  for (let nth = 0; nth < 8; nth++) asked.push(await askForMail());
  await eventually(() => expect(server.connectionCount()).toBeGreaterThan(0));
  answer();
  const tries = async () =>
    (await system.owner.query("SELECT FROM mail_outbox WHERE state = 'QUEUED' AND attempts > 0")).rowCount;
  await eventually(async () => expect(await tries()).toBe(8));
  expect(server.recipients).toEqual([]);
  isDown = false;
  // A minute passes for those that wait; the clock itself would also run out the leases of those on their way.
  await system.owner.query(
    `UPDATE mail_outbox SET next_attempt_at = next_attempt_at - interval '60 seconds'
     WHERE state = 'QUEUED' AND leased_until IS NULL`,
  );
  await eventually(() => expect([...server.recipients].sort()).toEqual(asked.map(({ to }) => to).sort()));
});

test("a worker whose connections are all cut goes on", async () => {
  const server = await smtp();
  await workOn(server);
  await system.owner.query(
    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND usename = 'pronaflow_admin'",
  );
  const { to } = await askForMail();
  await eventually(async () => expect(await stateOf(to)).toBe("SENT"));
});

test("a worker that is stopped finishes what it has in hand and takes nothing more", async () => {
  let answer = () => {};
  const held = new Promise<void>((release) => {
    answer = release;
  });
  const server = await smtp({}, async () => {
    await held;
    return null;
  });
  const worker = await workOn(server);
  const first = await askForMail();
  await eventually(() => expect(server.connectionCount()).toBe(1));
  const stopped = worker.stop();
  answer();
  await stopped;
  expect(await stateOf(first.to)).toBe("SENT");
  const second = await askForMail();
  expect(await stateOf(second.to)).toBe("QUEUED");
  expect(server.recipients).toEqual([first.to]);
  await system.owner.query("DELETE FROM mail_outbox WHERE recipient = $1", [second.to]);
});

test("a worker killed between taking a mail and finishing it is followed by another within a minute", async () => {
  let isDead = false;
  const server = await smtp({}, async () => (isDead ? null : new Promise(() => undefined)));
  const child = await startChild(server);
  const { to } = await askForMail();
  await eventually(() => expect(server.connectionCount()).toBeGreaterThan(0));
  await eventually(async () => {
    const { rows } = await system.owner.query("SELECT attempts FROM mail_outbox WHERE recipient = $1", [to]);
    expect(rows[0]?.attempts).toBe(1);
  });
  const gone = new Promise((settle) => child.once("exit", settle));
  child.kill("SIGKILL");
  await gone;
  isDead = true;
  await workOn(server);
  aheadMs = 42_000;
  await eventually(async () => expect(await stateOf(to)).toBe("SENT"));
  expect(server.recipients).toEqual([to]);
});

test("SIGTERM ends the worker's process cleanly", async () => {
  const child = await startChild(await smtp());
  const exited = new Promise((settle) => child.once("exit", (code) => settle(code)));
  child.kill("SIGTERM");
  expect(await exited).toBe(0);
});
