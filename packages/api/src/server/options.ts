import type { IncomingMessage, ServerResponse } from "node:http";
import type { Duplex } from "node:stream";
import type { Download, Picture } from "@pronaflow/core/account";
import type { Log } from "@pronaflow/core/kernel";
import type { AnyTRPCRouter, inferRouterContext } from "@trpc/server";
import type { ApiMeta } from "../rest/meta.ts";
import type { Limits } from "./limits.ts";

/** How one process serves one app. Everything with a clock, a pool or a secret is passed in. */
export interface FrontOptions<Router extends AnyTRPCRouter> {
  app: "web" | "admin";
  /** The app's public address (`APP_URL`, `ADMIN_URL`): the only source of its own origin and host. */
  baseUrl: string;
  router: Router;
  /** Called once a request, before the first procedure. */
  createContext(call: Call): Promise<inferRouterContext<Router>> | inferRouterContext<Router>;
  /** Serve `/api/v1` and its OpenAPI document from the same procedures. */
  rest: boolean;
  /** Gives a file of the person who asks by its id, under `/api/exports`; throws coded errors as procedures do. */
  download?(context: inferRouterContext<Router>, id: string): Promise<Download>;
  /** Gives a picture by its path below `/api/pictures`; throws coded errors as procedures do. */
  picture?(context: inferRouterContext<Router>, path: string): Promise<Picture>;
  /** Next, behind. Without it every page is a 404. */
  pages?: Pages;
  /** What must answer within a second for the process to be ready, by name: `{ database: () => … }`. */
  probes: Record<string, () => Promise<unknown>>;
  log: Log;
  /** The caller's address: `forwardedFor` counts only when `peer` is a trusted proxy. */
  resolveIp(peer: string, forwardedFor: string | undefined): string;
  /** Hot reload: the page policy allows eval, which React's refresh needs, and Next's own POSTs pass. */
  dev?: boolean;
  /** `sha256-…` of style elements that a library writes from script and that cannot carry the nonce. */
  styleHashes?: readonly string[];
  limits?: Partial<Limits>;
  /** Run after the last answer and after Next has closed: pools, timers. */
  onClosed?(): Promise<void>;
}

/** What the front knows about a request. Headers are the client's, without the ones only the front may set. */
export interface Call {
  requestId: string;
  ip: string;
  headers: Headers;
  transport: "trpc" | "rest" | "page";
  /** What its procedures will read beside the session: one read brings both. Only where none of them writes. */
  also?: ApiMeta["reads"];
  /** Appends a `Set-Cookie` line to the answer. Does nothing in a page, where the answer has begun. */
  setCookie(cookie: string): void;
  setHeader(name: string, value: string): void;
}

/** Next's request handler, or anything that answers like it. */
export interface Pages {
  handle(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void>;
  upgrade?(incoming: IncomingMessage, socket: Duplex, head: Buffer): void;
  close(): Promise<void>;
}
