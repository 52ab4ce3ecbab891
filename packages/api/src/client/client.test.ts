import type { TRPCClient } from "@trpc/client";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { FrontUnderTest, ScratchRouter } from "../server/front-under-test.ts";
import { startFront } from "../server/front-under-test.ts";
import { apiError, createClient } from "./index.ts";

let front: FrontUnderTest;
beforeAll(async () => {
  front = await startFront();
});
afterAll(() => front.close());

let sent: Request[] = [];

/** The real client against a front with another router: what is tested is the wire, not the procedures. */
function connect(baseUrl: string): TRPCClient<ScratchRouter> {
  sent = [];
  const client = createClient({
    baseUrl,
    token: () => "abc",
    locale: "vi",
    fetch: (input, init) => {
      sent.push(new Request(input, init));
      return fetch(input, init);
    },
  });
  return client as unknown as TRPCClient<ScratchRouter>;
}

async function failureOf(call: Promise<unknown>) {
  return apiError(
    await call.then(
      () => null,
      (thrown: unknown) => thrown,
    ),
  );
}

test("calls of one tick travel together, with the token and the language", async () => {
  const client = connect(front.url);
  const [one, two] = await Promise.all([client.whoami.query(), client.whoami.query()]);
  expect(one).toMatchObject({ ip: "127.0.0.1", transport: "trpc" });
  expect(two.requestId).toBe(one.requestId);
  expect(sent).toHaveLength(1);
  expect(sent[0]?.headers.get("authorization")).toBe("Bearer abc");
  expect(sent[0]?.headers.get("accept-language")).toBe("vi");
});

test("more calls than a batch may hold are split by the client itself", async () => {
  const client = connect(front.url);
  const answers = await Promise.all(Array.from({ length: 23 }, () => client.whoami.query()));
  expect(answers).toHaveLength(23);
  expect(sent).toHaveLength(3);
});

test("a coded failure reaches the caller with its fields and request id", async () => {
  const client = connect(front.url);
  expect(await failureOf(client.signIn.mutate({ name: "x" }))).toMatchObject({
    code: "INVALID_INPUT",
    fields: { name: ["INVALID"] },
    requestId: expect.stringMatching(/^[0-9a-f-]{36}$/),
  });
  expect(await failureOf(client.limited.query())).toMatchObject({
    code: "RATE_LIMITED",
    meta: { retryAfterSeconds: 41.5 },
  });
});

test("a refusal by the front reads the same as one by a procedure", async () => {
  const client = connect(front.url);
  expect(await failureOf(client.echo.mutate("a".repeat(1_100_000)))).toMatchObject({ code: "PAYLOAD_TOO_LARGE" });
});

test("no server is no answer", async () => {
  const client = connect("http://127.0.0.1:9");
  expect(await failureOf(client.whoami.query())).toBeNull();
});
