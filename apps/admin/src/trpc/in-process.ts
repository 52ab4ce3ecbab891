import type { AdminRouter } from "@pronaflow/api/admin";
import type { inferRouterContext } from "@trpc/server";
import { headers } from "next/headers";
import { cache } from "react";

interface InProcessApi {
  router: AdminRouter;
  createContext(headers: Headers): Promise<inferRouterContext<AdminRouter>> | inferRouterContext<AdminRouter>;
}

/** The API of this very process, put there by `server.ts`: server components call it without HTTP. */
export function inProcessApi(): InProcessApi {
  const api: InProcessApi | undefined = Reflect.get(globalThis, Symbol.for("pronaflow.admin"));
  if (!api) throw new Error("No API in this process: pages are served by server.ts, not by `next start`.");
  return api;
}

/** One context for all calls of a page, so that the session is read once. */
export const pageContext = cache(async () => await inProcessApi().createContext(await headers()));
