import type { WebRouter } from "@pronaflow/api/web";
import type { inferRouterContext } from "@trpc/server";
import { headers } from "next/headers";
import { cache } from "react";

interface InProcessApi {
  router: WebRouter;
  createContext(headers: Headers): Promise<inferRouterContext<WebRouter>> | inferRouterContext<WebRouter>;
  openApiDocument?(): object;
}

/** The API of this very process, put there by `server.ts`: server components call it without HTTP. */
export function inProcessApi(): InProcessApi {
  const api: InProcessApi | undefined = Reflect.get(globalThis, Symbol.for("pronaflow.web"));
  if (!api) throw new Error("No API in this process: pages are served by server.ts, not by `next start`.");
  return api;
}

/** One context for all calls of a page, so that the session is read once. */
export const pageContext = cache(async () => await inProcessApi().createContext(await headers()));
