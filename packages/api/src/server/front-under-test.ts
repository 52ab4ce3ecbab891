import { connect } from "node:net";
import { ERRORS, fail, ProductError } from "@pronaflow/contract";
import { initTRPC } from "@trpc/server";
import * as z from "zod";
import type { ApiMeta } from "../rest/meta.ts";
import { codedError } from "./failure.ts";
import type { Front } from "./front.ts";
import { createFront } from "./front.ts";
import type { Call, FrontOptions } from "./options.ts";

const t = initTRPC
  .context<Call>()
  .meta<ApiMeta>()
  .create({
    errorFormatter({ shape, error, ctx }) {
      const { code, meta = {}, fields } = codedError(error) ?? new ProductError("INTERNAL");
      return {
        ...shape,
        data: { code, meta, fields, requestId: ctx?.requestId ?? null, httpStatus: ERRORS[code].status },
      };
    },
  });
const Item = z.object({ id: z.string(), name: z.string() });

/** A router with one procedure for each thing the front has to do for any of them. */
export const scratchRouter = t.router({
  whoami: t.procedure
    .meta({ openapi: { method: "GET", path: "/whoami", summary: "What the front says of the caller", protect: false } })
    .output(z.object({ ip: z.string(), requestId: z.string(), transport: z.string() }))
    .query(({ ctx }) => ({ ip: ctx.ip, requestId: ctx.requestId, transport: ctx.transport })),
  echo: t.procedure.input(z.unknown()).mutation(({ input }) => ({ input })),
  hang: t.procedure.query(() => new Promise<string>(() => undefined)),
  break: t.procedure
    .meta({ openapi: { method: "GET", path: "/break", summary: "Throws a fault" } })
    .output(z.object({}))
    .query((): Record<string, never> => {
      throw new Error("password hunter2 of ana@example.com was lost");
    }),
  limited: t.procedure
    .meta({ openapi: { method: "GET", path: "/limited", summary: "Always over its limit" } })
    .output(z.object({}))
    .query((): Record<string, never> => fail("RATE_LIMITED", { retryAfterSeconds: 41.5 })),
  signIn: t.procedure
    .meta({ openapi: { method: "POST", path: "/sign-in", summary: "Sets a cookie", protect: false } })
    .input(z.strictObject({ name: z.string().min(2) }))
    .output(z.object({ token: z.string() }))
    .mutation(({ ctx, input }) => {
      ctx.setCookie("pf_session=one; HttpOnly; Path=/");
      return { token: input.name };
    }),
  items: t.router({
    list: t.procedure
      .meta({ openapi: { method: "GET", path: "/items", summary: "A page of items", tags: ["items"] } })
      .input(
        z.strictObject({
          limit: z.number().int().max(100).optional(),
          deleted: z.boolean().optional(),
          role: z.array(z.string()).optional(),
          q: z.string().optional(),
        }),
      )
      .output(z.object({ asked: z.unknown(), items: z.array(Item) }))
      .query(({ input }) => ({ asked: input, items: [] })),
    create: t.procedure
      .meta({ openapi: { method: "POST", path: "/items", status: 201, summary: "Make an item", tags: ["items"] } })
      .input(z.strictObject({ name: z.string().min(2, "WORKSPACE_NAME_LENGTH") }))
      .output(Item)
      .mutation(({ input }) => ({ id: "1", name: input.name })),
    open: t.procedure
      .meta({ openapi: { method: "GET", path: "/items/{id}", summary: "One item", tags: ["items"] } })
      .input(z.strictObject({ id: z.string() }))
      .output(Item)
      .query(({ input }) => (input.id === "none" ? fail("NOT_FOUND") : { id: input.id, name: "one" })),
    remove: t.procedure
      .meta({ openapi: { method: "DELETE", path: "/items/{id}", summary: "Remove an item", tags: ["items"] } })
      .input(z.strictObject({ id: z.string(), confirmName: z.string() }))
      .output(z.object({ id: z.string(), confirmName: z.string() }))
      .mutation(({ input }) => input),
    forget: t.procedure
      .meta({
        openapi: { method: "POST", path: "/items/{id}/forget", status: 204, summary: "Forget", tags: ["items"] },
      })
      .input(z.strictObject({ id: z.string() }))
      .output(z.void())
      .mutation(() => undefined),
    invite: t.procedure
      .meta({
        openapi: { method: "POST", path: "/items/{id}/invite", status: 202, summary: "Invite", tags: ["items"] },
      })
      .input(z.strictObject({ id: z.string(), email: z.email() }))
      .output(z.object({ status: z.literal("sent") }))
      .mutation(() => ({ status: "sent" as const })),
  }),
});

export type ScratchRouter = typeof scratchRouter;
export type LogLine = { level: string; message: string; facts: object | undefined };
export type FrontUnderTest = Front & { url: string; port: number; log: LogLine[] };

/** A front on a free loopback port; the test that starts it closes it. Its base URL is an address nobody asks for. */
export async function startFront(overrides: Partial<FrontOptions<ScratchRouter>> = {}): Promise<FrontUnderTest> {
  const log: LogLine[] = [];
  const write = (level: string) => (message: string, facts?: object) => void log.push({ level, message, facts });
  const front = createFront({
    app: "web",
    baseUrl: "http://app.example.test",
    router: scratchRouter,
    createContext: (call) => call,
    rest: true,
    probes: {},
    log: { debug: write("debug"), info: write("info"), warn: write("warn"), error: write("error") },
    resolveIp: (peer) => peer,
    ...overrides,
  });
  const port = await front.listen(0, "127.0.0.1");
  return { ...front, port, url: `http://127.0.0.1:${port}`, log };
}

/** Sends bytes as they are and returns everything that comes back until the server closes the connection. */
export function sendRaw(port: number, bytes: string): Promise<string> {
  return new Promise((settle, reject) => {
    const socket = connect(port, "127.0.0.1", () => socket.write(bytes));
    let answer = "";
    socket.setEncoding("utf8");
    socket.on("data", (chunk) => {
      answer += chunk;
    });
    socket.on("close", () => settle(answer));
    socket.on("error", reject);
  });
}
