import type { AnyProcedure } from "@trpc/server";
import type { ApiMeta } from "../rest/meta.ts";
import type { ApiContext } from "./api-env.ts";
import type { Call } from "./options.ts";

/** What the context of the procedures is made from. */
export function callOf(c: ApiContext, transport: "trpc" | "rest", procedures: readonly AnyProcedure[]): Call {
  const { arrival } = c.env;
  return {
    requestId: arrival.requestId,
    ip: arrival.ip,
    headers: c.req.raw.headers,
    transport,
    also: readsOf(procedures),
    setCookie: (cookie) => {
      arrival.cookies.push(cookie);
    },
    setHeader: (name, value) => {
      arrival.extraHeaders.push([name, value]);
    },
  };
}

/** What was read with the session would be stale behind a procedure that writes. */
function readsOf(procedures: readonly AnyProcedure[]): ApiMeta["reads"] {
  if (procedures.some(({ _def }) => _def.type !== "query")) return undefined;
  return procedures.map(({ _def }) => (_def as { meta?: ApiMeta }).meta?.reads).find((reads) => reads !== undefined);
}
