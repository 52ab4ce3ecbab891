import type { ApiContext } from "./api-env.ts";
import type { Call } from "./options.ts";

/** What the context of the procedures is made from. */
export function callOf(c: ApiContext, transport: "trpc" | "rest"): Call {
  const { arrival } = c.env;
  return {
    requestId: arrival.requestId,
    ip: arrival.ip,
    headers: c.req.raw.headers,
    transport,
    setCookie: (cookie) => {
      arrival.cookies.push(cookie);
    },
    setHeader: (name, value) => {
      arrival.extraHeaders.push([name, value]);
    },
  };
}
