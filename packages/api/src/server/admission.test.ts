import { afterAll, beforeAll, expect, test } from "vitest";
import type { FrontUnderTest } from "./front-under-test.ts";
import { sendRaw, startFront } from "./front-under-test.ts";

let front: FrontUnderTest;
beforeAll(async () => {
  front = await startFront({ limits: { headerCount: 30, receiveMs: 1_000, headersMs: 500 } });
});
afterAll(() => front.close());

const ORIGIN = "http://app.example.test";
const JSON_BODY = { "content-type": "application/json" };

function post(path: string, body: BodyInit | undefined, headers: Record<string, string> = JSON_BODY) {
  return fetch(front.url + path, { method: "POST", ...(body === undefined ? {} : { body }), headers });
}

async function refusal(answer: Response): Promise<[number, string]> {
  const { code } = (await answer.json()) as { code: string };
  return [answer.status, code];
}

test.each<[string, Record<string, string>, boolean]>([
  ["a program without a cookie", {}, true],
  ["a program with another cookie", { cookie: "theme=dark" }, true],
  ["a session cookie without Origin or Sec-Fetch-Site", { cookie: "theme=dark; pf_session=abc" }, false],
  ["the app's own page", { cookie: "pf_session=abc", origin: ORIGIN, "sec-fetch-site": "same-origin" }, true],
  ["the app's own page in an old browser", { cookie: "pf_session=abc", origin: ORIGIN }, true],
  ["another origin", { origin: "http://evil.test" }, false],
  ["the console's origin", { origin: "http://app.example.test:81" }, false],
  ["an opaque origin", { origin: "null" }, false],
  ["a cross-site page", { "sec-fetch-site": "cross-site" }, false],
  ["a sibling domain", { origin: ORIGIN, "sec-fetch-site": "same-site" }, false],
  ["a typed address", { "sec-fetch-site": "none" }, false],
])("a change from %s: %o → %s", async (_who, headers, allowed) => {
  for (const path of ["/api/v1/sign-in", "/api/trpc/signIn"]) {
    const answer = await post(path, '{"name":"ana"}', { ...JSON_BODY, ...headers });
    if (allowed) expect(answer.status, path).toBe(200);
    else expect(await refusal(answer)).toEqual([403, "CROSS_SITE"]);
  }
});

test("over https the cookie is known by its prefixed name", async () => {
  const secure = await startFront({ baseUrl: "https://app.example.test" });
  const headers = { ...JSON_BODY, cookie: "__Host-pf_session=abc" };
  const answer = await fetch(`${secure.url}/api/v1/sign-in`, { method: "POST", body: '{"name":"ana"}', headers });
  await secure.close();
  expect(answer.status).toBe(403);
});

test.each([
  "text/plain",
  "multipart/form-data; boundary=x",
  "application/octet-stream",
  "application/x-www-form-urlencoded",
  "application/json; charset=utf-16",
])("a body of %s is refused", async (type) => {
  for (const path of ["/api/v1/sign-in", "/api/trpc/signIn"]) {
    expect(await refusal(await post(path, "{}", { "content-type": type }))).toEqual([415, "UNSUPPORTED_MEDIA_TYPE"]);
  }
});

test("a compressed body is refused", async () => {
  const answer = await post("/api/v1/sign-in", "{}", { ...JSON_BODY, "content-encoding": "gzip" });
  expect(answer.status).toBe(415);
});

test("one byte over the limit is refused, whether announced or streamed", async () => {
  const fits = `{"json":"${"a".repeat(1_048_576 - 11)}"}`;
  expect(fits.length).toBe(1_048_576);
  expect((await post("/api/trpc/echo", fits)).status).toBe(200);
  expect(await refusal(await post("/api/trpc/echo", `${fits} `))).toEqual([413, "PAYLOAD_TOO_LARGE"]);
  const chunk = `${"a".repeat(60_000)}`;
  const chunks = Array.from({ length: 20 }, () => `${chunk.length.toString(16)}\r\n${chunk}\r\n`).join("");
  const head =
    "POST /api/v1/sign-in HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n";
  const answer = await sendRaw(front.port, head + chunks);
  expect(answer).toMatch(/^HTTP\/1.1 413 /);
  expect(answer).toMatch(/connection: close/i);
});

test("a body that is not UTF-8, not JSON or not an object is malformed", async () => {
  const bodies = [Buffer.from([0x22, 0xff, 0x22]), "{", "[]", '"text"', "null", "1e999"];
  for (const body of bodies)
    expect(await refusal(await post("/api/v1/sign-in", body))).toEqual([400, "MALFORMED_REQUEST"]);
});

test("JSON nested deeper than 32 is refused in a body and in a query", async () => {
  const nested = (depth: number) => `{"json":${"[".repeat(depth - 1)}${"]".repeat(depth - 1)}}`;
  expect((await post("/api/trpc/echo", nested(32))).status).toBe(200);
  expect(await refusal(await post("/api/trpc/echo", nested(33)))).toEqual([400, "MALFORMED_REQUEST"]);
  expect((await post("/api/trpc/echo", nested(400_000))).status).toBe(400);
  const query = await fetch(`${front.url}/api/trpc/whoami?input=${encodeURIComponent(nested(1_000))}`);
  expect(await refusal(query)).toEqual([400, "MALFORMED_REQUEST"]);
  expect((await post("/api/trpc/echo", '{"json":"[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[\\"["}')).status).toBe(200);
});

test("a batch has at most ten calls, however its commas are written", async () => {
  const batch = (count: number, comma: string) =>
    fetch(`${front.url}/api/trpc/${Array(count).fill("whoami").join(comma)}?batch=1`);
  expect((await batch(10, ",")).status).toBe(200);
  for (const comma of [",", "%2C", "%2c"]) {
    expect(await refusal(await batch(11, comma))).toEqual([400, "BATCH_TOO_LARGE"]);
  }
});

test("a streamed batch, which could set neither cookie nor status, is refused", async () => {
  const answer = await fetch(`${front.url}/api/trpc/whoami?batch=1`, {
    headers: { "trpc-accept": "application/jsonl" },
  });
  expect(await refusal(answer)).toEqual([400, "MALFORMED_REQUEST"]);
});

const HEAD = "POST /api/v1/sign-in HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n";
test.each([
  [
    "both lengths",
    `${HEAD}Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET /api/v1/whoami HTTP/1.1\r\nHost: x\r\n\r\n`,
  ],
  ["two different lengths", `${HEAD}Content-Length: 4\r\nContent-Length: 5\r\n\r\n{}{}`],
  ["an unknown encoding", `${HEAD}Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n`],
  ["a space before the colon", `${HEAD}Transfer-Encoding : chunked\r\n\r\n0\r\n\r\n`],
  ["a bad chunk size", `${HEAD}Transfer-Encoding: chunked\r\n\r\n0x4\r\n{}{}\r\n0\r\n\r\n`],
  ["a header of NUL", "GET /api/v1/whoami HTTP/1.1\r\nHost: x\r\nX-Odd: a\0b\r\n\r\n"],
  ["no host", "GET /api/v1/whoami HTTP/1.1\r\n\r\n"],
  ["another server's target", "GET http://evil.test/api/v1/whoami HTTP/1.1\r\nHost: x\r\n\r\n"],
  ["a backslash in the path", "GET /api\\v1\\whoami HTTP/1.1\r\nHost: x\r\n\r\n"],
  ["headers without end", `GET /api/v1/whoami HTTP/1.1\r\nHost: x\r\n${"X-Many: 1\r\n".repeat(31)}\r\n`],
])("%s is answered 400 once, with the headers, and the connection ends", async (_what, bytes) => {
  const answer = await sendRaw(front.port, bytes);
  expect(answer).toMatch(/^HTTP\/1.1 400 /);
  expect(answer.match(/HTTP\/1.1/g)).toHaveLength(1);
  expect(answer).toMatch(/X-Content-Type-Options: nosniff/i);
  expect(answer).toContain('"code":"MALFORMED_REQUEST"');
});

test("headers beyond 16 KB are refused", async () => {
  const answer = await sendRaw(
    front.port,
    `GET /api/v1/whoami HTTP/1.1\r\nHost: x\r\nX-Long: ${"a".repeat(17_000)}\r\n\r\n`,
  );
  expect(answer).toMatch(/^HTTP\/1.1 431 /);
  expect(answer).toMatch(/Content-Security-Policy: default-src 'none'/i);
});

test("a sender that never finishes its headers or its body is cut off", async () => {
  // Nothing more is sent: that an answer and an end come at all is the cut.
  const answers = await Promise.all([
    sendRaw(front.port, "GET /api/v1/whoami HTTP/1.1\r\nHost: x\r\nX-Slow:"),
    sendRaw(front.port, `${HEAD}Content-Length: 10\r\n\r\n{`),
  ]);
  for (const answer of answers) expect(answer).toMatch(/^HTTP\/1.1 4/);
});
