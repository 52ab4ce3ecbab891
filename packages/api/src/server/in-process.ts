import type { AnyTRPCRouter } from "@trpc/server";
import { createDocument } from "../rest/document.ts";
import { operationsOf } from "../rest/operations.ts";
import type { FrontOptions } from "./options.ts";

/** What Next's server components find under `Symbol.for("pronaflow.web")`: the same router, without HTTP. */
export interface InProcessApi<Router extends AnyTRPCRouter, Context> {
  router: Router;
  /** From the headers of the page's request; the front has put the request's facts into them. */
  createContext(headers: Headers): Promise<Context> | Context;
  /** The description of the REST face, where the app has one. */
  openApiDocument?(): object;
}

/** Shares the router with Next's bundles, which have another copy of every module but the same `globalThis`. */
export function publishInProcess<Router extends AnyTRPCRouter>(options: FrontOptions<Router>): () => void {
  const key = Symbol.for(`pronaflow.${options.app}`);
  const api = {
    router: options.router,
    createContext: (headers: Headers) =>
      options.createContext({
        requestId: headers.get("x-pf-request-id") ?? "",
        ip: headers.get("x-pf-client-ip") ?? "",
        headers,
        transport: "page",
        setCookie: ignore,
        setHeader: ignore,
      }),
    ...(options.rest ? { openApiDocument: () => createDocument(operationsOf(options.router), options.baseUrl) } : {}),
  };
  Reflect.set(globalThis, key, api);
  return () => {
    if (Reflect.get(globalThis, key) === api) Reflect.deleteProperty(globalThis, key);
  };
}

/** A page's headers are on their way before its components run. */
function ignore(): void {}
