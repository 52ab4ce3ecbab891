import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { selfSigned } from "./testing/self-signed.ts";
import type { SmtpStub } from "./testing/smtp-stub.ts";
import { startSmtp } from "./testing/smtp-stub.ts";
import { createTransport } from "./transport.ts";

const server = selfSigned();
const mail = {
  messageId: "<1@pronaflow.example>",
  to: "linh@example.com",
  subject: "Hello",
  html: "<p>a</p>",
  text: "a",
};
const cleanup: (() => unknown)[] = [];
let folder = "";
let ca = "";

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "smtp-ca-"));
  ca = join(folder, "ca.pem");
  await writeFile(ca, server.cert);
});

afterAll(() => rm(folder, { recursive: true }));

afterEach(async () => {
  for (const undo of cleanup.splice(0).reverse()) await undo();
});

async function serve(options: Parameters<typeof startSmtp>[0]): Promise<SmtpStub> {
  const stub = await startSmtp({ ...server, ...options });
  cleanup.push(stub.stop);
  return stub;
}

function sendTo(url: string) {
  const transport = createTransport({ url, from: "no-reply@pronaflow.example" });
  cleanup.push(transport.close);
  return transport.send(mail);
}

test("a self-signed certificate is refused, over smtps and STARTTLS alike, and no mail leaves", async () => {
  const secure = await serve({ secure: true });
  const upgraded = await serve({ hideSTARTTLS: false });
  const refused = { kind: "retry", reason: "certificate not trusted" };
  expect(await sendTo(`smtps://localhost:${secure.port}`)).toEqual(refused);
  expect(await sendTo(`smtp://localhost:${upgraded.port}`)).toEqual(refused);
  expect([...secure.taken, ...upgraded.taken]).toEqual([]);
});

test("with its authority given, the same certificate is trusted", async () => {
  const secure = await serve({ secure: true });
  const upgraded = await serve({ hideSTARTTLS: false });
  expect(await sendTo(`smtps://localhost:${secure.port}?ca=${encodeURIComponent(ca)}`)).toEqual({ kind: "sent" });
  expect(await sendTo(`smtp://localhost:${upgraded.port}?ca=${encodeURIComponent(ca)}`)).toEqual({ kind: "sent" });
});

test("STARTTLS is used when offered", async () => {
  let isSecure = false;
  const stub = await serve({
    hideSTARTTLS: false,
    onMailFrom(_address, session, done) {
      isSecure = session.secure;
      done();
    },
  });
  await sendTo(`smtp://localhost:${stub.port}?ca=${encodeURIComponent(ca)}`);
  expect(isSecure).toBe(true);
});

test("tls=require sends nothing to a server without STARTTLS", async () => {
  const stub = await serve({ disabledCommands: ["STARTTLS"] });
  expect(await sendTo(`smtp://localhost:${stub.port}?tls=require`)).toMatchObject({ kind: "retry" });
  expect(stub.taken).toEqual([]);
});

test("a certificate of another host is refused even when its authority is trusted", async () => {
  const other = selfSigned("other.example");
  const otherCa = join(folder, "other.pem");
  await writeFile(otherCa, other.cert);
  const stub = await serve({ ...other, secure: true });
  const outcome = await sendTo(`smtps://localhost:${stub.port}?ca=${encodeURIComponent(otherCa)}`);
  expect(outcome).toEqual({ kind: "retry", reason: "certificate of another host" });
});
