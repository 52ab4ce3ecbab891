import type { IncomingMessage, ServerResponse } from "node:http";
import type { Context } from "hono";

/** What the listener knows of a request before anyone reads it. */
export interface Arrival {
  requestId: string;
  ip: string;
  /** Lines of `Set-Cookie` and other headers that the procedures add; they go out with the answer, failed or not. */
  cookies: string[];
  extraHeaders: [name: string, value: string][];
}

/** Hono's environment under `/api`. `incoming` is absent when the front is called in process. */
export interface ApiEnv {
  Bindings: { arrival: Arrival; incoming?: IncomingMessage; outgoing?: ServerResponse };
  Variables: { body: Buffer | null };
}

export type ApiContext = Context<ApiEnv>;
