import type { MailTransport } from "@pronaflow/email";
import { createTransport } from "@pronaflow/email";
import { closedPort, reply, startSilence, startSmtp } from "@pronaflow/email/testing";
import type { TestSystem } from "@pronaflow/testing";
import { asGuest, openTestSystem, twentyAtOnce } from "@pronaflow/testing";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { enqueueMails } from "../kernel/outbox.ts";
import { transact } from "../kernel/transaction.ts";
import { claimMail } from "./claim-mail.ts";
import { sendMail } from "./send-mail.ts";
import { sweepMails } from "./sweep-mails.ts";

let system: TestSystem;
const closing: (() => unknown)[] = [];

beforeAll(async () => {
  system = await openTestSystem();
});
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});
afterAll(() => system.close());

async function smtp(...given: Parameters<typeof startSmtp>) {
  const server = await startSmtp(...given);
  closing.push(() => server.stop());
  return server;
}

function transportTo(port: number, timeouts = {}): MailTransport {
  const transport = createTransport({
    url: `smtp://127.0.0.1:${port}`,
    from: "PronaFlow <no-reply@localhost>",
    timeouts,
  });
  closing.unshift(() => transport.close());
  return transport;
}

async function queueMail(expiresAt?: Date): Promise<string> {
  const to = `reader-${system.web.random.uuid()}@example.com`;
  const props = { displayName: "Reader", link: "http://localhost:3000/reset#token=abc", expiresInMinutes: 15 };
  await transact(system.web, {}, (tx) =>
    enqueueMails(tx, asGuest(system.web), [
      { template: "password-reset", to, accountId: null, locale: "en", props, ...(expiresAt && { expiresAt }) },
    ]),
  );
  const { rows } = await system.owner.query<{ id: string }>("SELECT id FROM mail_outbox WHERE recipient = $1", [to]);
  return rows[0]?.id ?? "";
}

async function stateOf(id: string) {
  const { rows } = await system.owner.query(
    `SELECT state, attempts, payload IS NULL AS "isEmptied", last_error AS reason, sent_at IS NOT NULL AS "isDated",
       leased_until IS NULL AS "isFree" FROM mail_outbox WHERE id = $1`,
    [id],
  );
  return rows[0];
}

const messageIdsOf = (raw: string[]) => raw.map((mail) => /^Message-ID: (.+)$/im.exec(mail)?.[1]?.trim());

test("a sent mail carries its row's Message-ID, is marked, and what was sealed in it is gone", async () => {
  const server = await smtp();
  const id = await queueMail();
  expect(await sendMail(system.admin, transportTo(server.port), id)).toBe("SENT");
  expect(messageIdsOf(server.taken)).toEqual([`<${id}@localhost>`]);
  expect(await stateOf(id)).toEqual({
    state: "SENT",
    attempts: 1,
    isEmptied: true,
    reason: null,
    isDated: true,
    isFree: true,
  });
});

test("a mail is sent once under twenty workers, and not again afterwards", async () => {
  const server = await smtp();
  const transport = transportTo(server.port);
  const id = await queueMail();
  const { values } = await twentyAtOnce(() => sendMail(system.admin, transport, id));
  expect(values.filter((state) => state === "SENT")).toHaveLength(1);
  expect(await sendMail(system.admin, transport, id)).toBeNull();
  expect(server.taken).toHaveLength(1);
});

test("a server that is not there is asked again, later, and then takes the mail", async () => {
  const id = await queueMail();
  expect(await sendMail(system.admin, transportTo(await closedPort()), id)).toBe("QUEUED");
  expect(await stateOf(id)).toMatchObject({
    state: "QUEUED",
    attempts: 1,
    isEmptied: false,
    reason: "connection refused",
  });
  const transport = transportTo((await smtp()).port);
  expect(await sendMail(system.admin, transport, id)).toBeNull();
  system.clock.advance({ seconds: 5 });
  expect(await sendMail(system.admin, transport, id)).toBe("SENT");
});

test("a server that hangs costs its time and not the mail", async () => {
  const silence = await startSilence();
  closing.push(() => silence.stop());
  const id = await queueMail();
  expect(await sendMail(system.admin, transportTo(silence.port, { greetingMs: 100, totalMs: 300 }), id)).toBe("QUEUED");
  expect(await stateOf(id)).toMatchObject({ state: "QUEUED", isFree: true, reason: "timeout" });
});

test("421 and 451 are tried again until the server takes the mail, once", async () => {
  const answers = [reply(421), reply(451), reply(451)];
  const server = await smtp({}, async () => answers.shift() ?? null);
  const transport = transportTo(server.port);
  const id = await queueMail();
  const states: unknown[] = [];
  for (let tried = 0; tried < 4; tried++) {
    states.push(await sendMail(system.admin, transport, id));
    system.clock.advance({ minutes: 1 });
  }
  expect(states).toEqual(["QUEUED", "QUEUED", "QUEUED", "SENT"]);
  expect(server.taken).toHaveLength(1);
});

test("a mail that is refused for good is shown so, emptied, and never tried again", async () => {
  const server = await smtp({}, async () => reply(550));
  const transport = transportTo(server.port);
  const id = await queueMail();
  expect(await sendMail(system.admin, transport, id)).toBe("REFUSED");
  expect(await stateOf(id)).toMatchObject({ state: "REFUSED", isEmptied: true, reason: "smtp 550 at message" });
  system.clock.advance({ hours: 1 });
  expect(await sendMail(system.admin, transport, id)).toBeNull();
});

test("a connection dropped after the message was handed over makes at most a twin with the same Message-ID", async () => {
  const server = await smtp({}, async (nth, stub) => {
    if (nth === 1) stub.dropAll();
    return null;
  });
  const transport = transportTo(server.port);
  const id = await queueMail();
  expect(await sendMail(system.admin, transport, id)).toBe("QUEUED");
  system.clock.advance({ seconds: 5 });
  expect(await sendMail(system.admin, transport, id)).toBe("SENT");
  expect(new Set(messageIdsOf(server.taken))).toEqual(new Set([`<${id}@localhost>`]));
});

test("a connection dropped after the server said yes is a mail sent", async () => {
  const server = await smtp({}, async (_, stub) => {
    setTimeout(() => stub.dropAll(), 50);
    return null;
  });
  const id = await queueMail();
  expect(await sendMail(system.admin, transportTo(server.port), id)).toBe("SENT");
});

test("a worker that dies between the server's yes and the mark leaves a twin with the same Message-ID, and one only", async () => {
  const server = await smtp();
  const transport = transportTo(server.port);
  const id = await queueMail();
  const { db } = system.admin;
  const dying: typeof db.hot = (name, sql, values) => {
    if (name === "mail_sent") throw new RangeError("died");
    return db.hot(name, sql, values);
  };
  await expect(sendMail({ ...system.admin, db: { ...db, hot: dying } }, transport, id)).rejects.toThrow(RangeError);
  expect(await sendMail(system.admin, transport, id)).toBeNull();
  system.clock.advance({ seconds: 40 });
  expect(await sendMail(system.admin, transport, id)).toBe("SENT");
  expect(messageIdsOf(server.taken)).toEqual([`<${id}@localhost>`, `<${id}@localhost>`]);
});

test("an expired link is not sent, and its mail says why", async () => {
  const server = await smtp();
  const id = await queueMail(new Date(system.clock.now().getTime() + 15 * 60_000));
  system.clock.advance({ minutes: 15 });
  expect(await sendMail(system.admin, transportTo(server.port), id)).toBe("EXPIRED");
  expect(await stateOf(id)).toMatchObject({ state: "EXPIRED", isEmptied: true, reason: "its link had run out" });
  expect(server.taken).toEqual([]);
});

test("after a day of tries a mail is given up", async () => {
  const transport = transportTo(await closedPort());
  const id = await queueMail();
  const states: unknown[] = [];
  for (let tried = 0; tried < 5; tried++) {
    states.push(await sendMail(system.admin, transport, id));
    system.clock.advance(tried === 3 ? { hours: 24 } : { minutes: 1 });
  }
  expect(states).toEqual(["QUEUED", "QUEUED", "QUEUED", "QUEUED", "FAILED"]);
  expect(await stateOf(id)).toMatchObject({ state: "FAILED", isEmptied: true, reason: "connection refused" });
});

test("the mail of a dead worker is free again after forty seconds, and the sweep asks for it once", async () => {
  const server = await smtp();
  const transport = transportTo(server.port);
  const id = await queueMail();
  await system.owner.query("DELETE FROM pgboss.job");
  expect(await claimMail(system.admin, id)).not.toBeNull();
  system.clock.advance({ seconds: 40, milliseconds: -1 });
  expect(await sendMail(system.admin, transport, id)).toBeNull();
  await sweepMails(system.admin);
  const waiting = async () =>
    (await system.owner.query("SELECT FROM pgboss.job WHERE singleton_key = $1", [id])).rowCount;
  expect(await waiting()).toBe(0);
  system.clock.advance({ milliseconds: 1 });
  await sweepMails(system.admin);
  await sweepMails(system.admin);
  expect(await waiting()).toBe(1);
  expect(await sendMail(system.admin, transport, id)).toBe("SENT");
});

test("a mail whose job was lost is asked for again after ten seconds", async () => {
  const id = await queueMail();
  await system.owner.query("DELETE FROM pgboss.job");
  system.clock.advance({ seconds: 10, milliseconds: -1 });
  await sweepMails(system.admin);
  expect((await system.owner.query("SELECT FROM pgboss.job WHERE singleton_key = $1", [id])).rowCount).toBe(0);
  system.clock.advance({ milliseconds: 1 });
  await sweepMails(system.admin);
  expect((await system.owner.query("SELECT FROM pgboss.job WHERE singleton_key = $1", [id])).rowCount).toBe(1);
});

test("a mail that cannot be opened any more is given up, not tried for a day", async () => {
  const id = await queueMail();
  await system.owner.query("UPDATE mail_outbox SET payload = 'v1:unreadable' WHERE id = $1", [id]);
  expect(await sendMail(system.admin, transportTo(await closedPort()), id)).toBe("FAILED");
  expect(await stateOf(id)).toMatchObject({ isEmptied: true, reason: "could not be opened or written" });
});
