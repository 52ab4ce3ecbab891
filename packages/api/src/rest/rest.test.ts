import { Validator } from "@seriousme/openapi-schema-validator";
import { initTRPC } from "@trpc/server";
import { afterAll, beforeAll, expect, test } from "vitest";
import * as z from "zod";
import type { FrontUnderTest } from "../server/front-under-test.ts";
import { startFront } from "../server/front-under-test.ts";
import type { ApiMeta } from "./meta.ts";
import { operationsOf } from "./operations.ts";

let front: FrontUnderTest;
beforeAll(async () => {
  front = await startFront();
});
afterAll(() => front.close());

async function call(method: string, path: string, body?: unknown, headers: Record<string, string> = {}) {
  const answer = await fetch(`${front.url}/api/v1${path}`, {
    method,
    headers: { ...(body === undefined ? {} : { "content-type": "application/json" }), ...headers },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await answer.text();
  return { status: answer.status, headers: answer.headers, body: text ? (JSON.parse(text) as unknown) : null };
}

test("the status of a success is the one its procedure names", async () => {
  expect(await call("POST", "/items", { name: "One" })).toMatchObject({ status: 201, body: { id: "1", name: "One" } });
  expect(await call("POST", "/items/7/invite", { email: "a@example.com" })).toMatchObject({ status: 202 });
  expect(await call("POST", "/items/7/forget")).toMatchObject({ status: 204, body: null });
  expect(await call("GET", "/items/7")).toMatchObject({ status: 200, body: { id: "7" } });
});

test("a failed input is a 400 that names its fields, in the caller's language", async () => {
  const failed = await call("POST", "/items", { name: "x", extra: 1 }, { "accept-language": "vi-VN" });
  expect(failed).toMatchObject({
    status: 400,
    body: {
      code: "INVALID_INPUT",
      message: "Một số trường cần được xem lại.",
      fields: { name: ["WORKSPACE_NAME_LENGTH"], "": ["UNKNOWN_FIELD"] },
      requestId: failed.headers.get("x-request-id"),
    },
  });
  expect(await call("POST", "/items")).toMatchObject({ status: 400, body: { fields: { name: ["REQUIRED"] } } });
});

test("a query string is read as its schema wants it", async () => {
  const { body } = await call("GET", "/items?limit=20&deleted=false&role=OWNER&q=10");
  expect(body).toMatchObject({ asked: { limit: 20, deleted: false, role: ["OWNER"], q: "10" } });
  expect(await call("GET", "/items?role=OWNER&role=GUEST")).toMatchObject({
    body: { asked: { role: ["OWNER", "GUEST"] } },
  });
});

test.each([
  "limit=1e3",
  "limit=0x10",
  "limit=",
  "limit=1&limit=2",
  "deleted=yes",
  "unknown=1",
  "__proto__=1",
  "limit=1.5",
])("the query ?%s is refused", async (query) => {
  expect(await call("GET", `/items?${query}`)).toMatchObject({ status: 400, body: { code: "INVALID_INPUT" } });
});

test("DELETE takes its fields from a body or from the query, and the path wins over both", async () => {
  expect(await call("DELETE", "/items/7", { confirmName: "One", id: "8" })).toMatchObject({
    status: 200,
    body: { id: "7", confirmName: "One" },
  });
  expect(await call("DELETE", "/items/7?confirmName=One")).toMatchObject({ body: { id: "7", confirmName: "One" } });
});

test("cookies of a procedure go out with its answer", async () => {
  const { headers } = await call("POST", "/sign-in", { name: "ana" });
  expect(headers.getSetCookie()).toEqual(["pf_session=one; HttpOnly; Path=/"]);
});

test("an unknown path is 404, a known one with another method 405 with what it allows", async () => {
  for (const path of ["/nothing", "/items/", "/items/7/", "/items//forget", "/items/%ff", "/Items"]) {
    expect(await call("GET", path), path).toMatchObject({ status: 404, body: { code: "NOT_FOUND" } });
  }
  const refused = await call("PATCH", "/items/7", {});
  expect(refused).toMatchObject({ status: 405, body: { code: "METHOD_NOT_ALLOWED" } });
  expect(refused.headers.get("allow")).toBe("GET, DELETE, HEAD, OPTIONS");
  expect(await call("GET", "/items/none")).toMatchObject({ status: 404 });
});

test("HEAD answers as GET without a body, OPTIONS with the methods", async () => {
  const head = await call("HEAD", "/items/7");
  expect([head.status, head.body]).toEqual([200, null]);
  const options = await call("OPTIONS", "/items");
  expect([options.status, options.headers.get("allow")]).toEqual([204, "GET, POST, HEAD, OPTIONS"]);
});

test("the document is valid OpenAPI 3.1 and lists each operation with its statuses and ways to sign in", async () => {
  const { body } = await call("GET", "/openapi.json");
  const result = await new Validator().validate(structuredClone(body) as Record<string, unknown>);
  expect(result.errors).toBeUndefined();
  expect(result.valid).toBe(true);
  const document = body as {
    openapi: string;
    servers: unknown;
    paths: Record<string, Record<string, { responses: object; security?: unknown[]; requestBody?: object }>>;
    components: { securitySchemes: object; schemas: { Error: object } };
  };
  expect(document.openapi).toMatch(/^3\.1/);
  expect(document.servers).toEqual([{ url: "http://app.example.test/api/v1" }]);
  expect(Object.keys(document.components.securitySchemes)).toEqual(["bearer", "cookie"]);
  expect(Object.keys(document.paths["/items"] ?? {})).toEqual(["get", "post"]);
  expect(Object.keys(document.paths["/items"]?.["post"]?.responses ?? {})).toEqual(
    expect.arrayContaining(["201", "400", "401", "403", "413", "415", "429", "500", "503"]),
  );
  expect(document.paths["/items/{id}/forget"]?.["post"]?.responses).toMatchObject({
    204: { description: expect.any(String) },
  });
  expect(document.paths["/items/{id}/forget"]?.["post"]?.requestBody).toBeUndefined();
  expect(document.paths["/whoami"]?.["get"]?.security).toEqual([]);
});

test("the console has no REST face", async () => {
  const console = await startFront({ app: "admin", rest: false });
  const answer = await fetch(`${console.url}/api/v1/openapi.json`);
  await console.close();
  expect(answer.status).toBe(404);
});

test("an address taken twice, or a parameter that is no field, stops the start", () => {
  const t = initTRPC.meta<ApiMeta>().create();
  const get = (path: `/${string}`) => t.procedure.meta({ openapi: { method: "GET", path, summary: "" } });
  const twice = t.router({
    one: get("/a/{id}")
      .input(z.object({ id: z.string() }))
      .query(() => 1),
    two: get("/a/{other}")
      .input(z.object({ other: z.string() }))
      .query(() => 2),
  });
  expect(() => operationsOf(twice)).toThrow("two and one share the address GET /a/{}");
  const stray = t.router({ one: get("/a/{id}").query(() => 1) });
  expect(() => operationsOf(stray)).toThrow("{id} is not in its input");
});
