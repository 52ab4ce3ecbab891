import { afterEach, expect, test } from "vitest";
import type { SmtpStub } from "./testing/smtp-stub.ts";
import { closedPort, reply, startSilence, startSmtp } from "./testing/smtp-stub.ts";
import type { MailTimeouts } from "./transport.ts";
import { createTransport } from "./transport.ts";

const cleanup: (() => unknown)[] = [];

afterEach(async () => {
  for (const undo of cleanup.splice(0).reverse()) await undo();
});

const mail = {
  messageId: "<9f3c@pronaflow.example>",
  to: "linh@example.com",
  subject: "Xác minh địa chỉ email",
  html: "<p>Xin chào</p>",
  text: "Xin chào https://app.example/verify#token=k7",
};

async function serve(...parameters: Parameters<typeof startSmtp>): Promise<SmtpStub> {
  const stub = await startSmtp(...parameters);
  cleanup.push(stub.stop);
  return stub;
}

function connect(port: number, timeouts: Partial<MailTimeouts> = {}, login = "") {
  const transport = createTransport({
    url: `smtp://${login}127.0.0.1:${port}`,
    from: "PronaFlow <no-reply@pronaflow.example>",
    timeouts,
  });
  cleanup.push(transport.close);
  return transport;
}

test("an accepted mail is sent, with the caller's Message-ID and marked as made by a machine", async () => {
  const stub = await serve();
  expect(await connect(stub.port).send(mail)).toEqual({ kind: "sent" });
  const [raw = ""] = stub.taken;
  expect(raw).toMatch(/^Message-ID: <9f3c@pronaflow\.example>\r$/m);
  expect(raw).toMatch(/^Auto-Submitted: auto-generated\r$/m);
  expect(raw).toMatch(/^From: PronaFlow <no-reply@pronaflow\.example>\r$/m);
  expect(raw).toMatch(/^To: linh@example\.com\r$/m);
  expect(raw).toContain("multipart/alternative");
  expect(stub.recipients).toEqual(["linh@example.com"]);
});

test("the Message-ID is the same at every attempt, with or without brackets", async () => {
  const stub = await serve({}, async (nth) => (nth === 1 ? reply(451) : null));
  const transport = connect(stub.port);
  expect(await transport.send(mail)).toEqual({ kind: "retry", reason: "smtp 451 at message" });
  expect(await transport.send({ ...mail, messageId: "9f3c@pronaflow.example" })).toEqual({ kind: "sent" });
  expect(stub.taken[0]).toMatch(/^Message-ID: <9f3c@pronaflow\.example>\r$/m);
});

test("a server that says 421 and then recovers gets the mail at the next attempt", async () => {
  let calls = 0;
  const stub = await serve({
    onMailFrom(_address, _session, done) {
      calls += 1;
      done(calls === 1 ? reply(421) : null);
    },
  });
  const transport = connect(stub.port);
  expect(await transport.send(mail)).toEqual({ kind: "retry", reason: "smtp 421 at sender" });
  expect(await transport.send(mail)).toEqual({ kind: "sent" });
});

test("a refused connection is retried", async () => {
  const transport = connect(await closedPort());
  expect(await transport.send(mail)).toEqual({ kind: "retry", reason: "connection refused" });
});

test("a server that never greets is given up at the greeting timeout", async () => {
  const silence = await startSilence();
  cleanup.push(silence.stop);
  const outcome = await connect(silence.port, { greetingMs: 100 }).send(mail);
  expect(outcome).toEqual({ kind: "retry", reason: "timeout" });
});

test("a server that stalls in the middle is given up at the total timeout", async () => {
  const stub = await serve({ onRcptTo: () => undefined });
  const outcome = await connect(stub.port, { totalMs: 200 }).send(mail);
  expect(outcome).toEqual({ kind: "retry", reason: "timeout" });
});

test("a message handed over is waited for longer than the total timeout: giving up then would make twins", async () => {
  const stub = await serve({}, () => new Promise((resolve) => setTimeout(resolve, 600, null)));
  const timeouts = { totalMs: 300, finalReplyMs: 5_000 };
  expect(await connect(stub.port, timeouts).send(mail)).toEqual({ kind: "sent" });
  expect(stub.taken).toHaveLength(1);
});

test("a server that never answers a message is given up in the end", async () => {
  const stub = await serve({}, () => new Promise(() => undefined));
  const outcome = await connect(stub.port, { finalReplyMs: 150 }).send(mail);
  expect(outcome).toEqual({ kind: "retry", reason: "timeout" });
});

test("a connection dropped after DATA is retried by the caller only, never silently within one attempt", async () => {
  const stub = await serve({}, async (nth, { dropAll }) => {
    if (nth === 1) dropAll();
    return nth === 1 ? reply(451) : null;
  });
  const transport = connect(stub.port);
  expect(await transport.send(mail)).toEqual({ kind: "retry", reason: "connection dropped" });
  expect(stub.taken).toHaveLength(0);
  expect(await transport.send(mail)).toEqual({ kind: "sent" });
  expect(stub.taken).toHaveLength(1);
});

test("a connection dropped after 250 costs the next mail nothing", async () => {
  const stub = await serve();
  const transport = connect(stub.port);
  await transport.send(mail);
  stub.dropAll();
  expect(await transport.send({ ...mail, messageId: "<2@pronaflow.example>" })).toEqual({ kind: "sent" });
  expect(stub.taken).toHaveLength(2);
});

test("550 at the recipient refuses the mail, and the reason names nobody", async () => {
  const stub = await serve({ onRcptTo: ({ address }, _session, done) => done(reply(550, `no ${address} here`)) });
  expect(await connect(stub.port).send(mail)).toEqual({ kind: "refused", reason: "smtp 550 at recipient" });
});

test("554 at the message refuses the mail", async () => {
  const stub = await serve({}, async () => reply(554));
  expect(await connect(stub.port).send(mail)).toEqual({ kind: "refused", reason: "smtp 554 at message" });
});

test("a server that refuses us and not the mail is tried again: greeting, and login", async () => {
  const closed = await serve({ onConnect: (_session, done) => done(reply(554)) });
  expect(await connect(closed.port).send(mail)).toEqual({ kind: "retry", reason: "smtp 554 at connection" });
  const locked = await serve({ allowInsecureAuth: true, onAuth: (_auth, _session, done) => done(reply(535)) });
  const outcome = await connect(locked.port, {}, "mailer:hunter2@").send(mail);
  expect(outcome).toEqual({ kind: "retry", reason: "smtp 535 at connection" });
});

test("user and password of the URL, percent-encoded, open a server that asks for them", async () => {
  let seen = "";
  const stub = await serve({
    allowInsecureAuth: true,
    authOptional: false,
    onAuth({ username, password }, _session, done) {
      seen = `${username} ${password}`;
      done(null, { user: username });
    },
  });
  expect(await connect(stub.port, {}, "mail%40er:p%3Ass%2Fword@").send(mail)).toEqual({ kind: "sent" });
  expect(seen).toBe("mail@er p:ss/word");
});

test("thirty mails at once share at most three connections, and each goes once", async () => {
  const stub = await serve();
  const transport = connect(stub.port);
  const ids = Array.from({ length: 30 }, (_, nth) => `<m${nth}@pronaflow.example>`);
  const outcomes = await Promise.all(ids.map((messageId) => transport.send({ ...mail, messageId })));
  expect(outcomes.every(({ kind }) => kind === "sent")).toBe(true);
  expect(new Set(stub.taken.map((raw) => /^Message-ID: (\S+)/m.exec(raw)?.[1]))).toEqual(new Set(ids));
  expect(stub.taken).toHaveLength(30);
  expect(stub.connectionCount()).toBeLessThanOrEqual(3);
});

test.each([
  "a@example.com, b@example.com",
  "a@example.com\r\nBcc: b@example.com",
  "Linh <a@example.com>",
  "a@example.com;b@example.com",
  "nobody",
  "",
])("a recipient that is not one bare address is refused before any connection: %j", async (to) => {
  const stub = await serve();
  const outcome = await connect(stub.port).send({ ...mail, to });
  expect(outcome).toEqual({ kind: "refused", reason: "address or message not acceptable" });
  expect(stub.connectionCount()).toBe(0);
});

test("a subject with line breaks adds no header", async () => {
  const stub = await serve();
  await connect(stub.port).send({ ...mail, subject: "Hello\r\nBcc: eve@example.com\r\n\r\nbody" });
  expect(stub.taken[0]).not.toMatch(/^(bcc|body)/im);
  expect(stub.recipients).toEqual(["linh@example.com"]);
});

test("a Message-ID that is none is the caller's mistake", async () => {
  const transport = connect(1);
  await expect(transport.send({ ...mail, messageId: "x@y\r\nBcc: eve@example.com" })).rejects.toThrow(RangeError);
});
