import { once } from "node:events";
import type { Server } from "node:http";
import { setTimeout as wait } from "node:timers/promises";
import type { Limits } from "./limits.ts";

/** Stops a server without cutting an answer short; after `drainMs` whatever is left is cut. */
export async function drain(server: Server, limits: Limits): Promise<void> {
  if (!server.listening) return;
  if (limits.drainNoticeMs > 0) await wait(limits.drainNoticeMs);
  const closed = once(server, "close");
  // Idle connections are closed by `close` itself; busy ones after the answer they are waiting for.
  server.close();
  const force = setTimeout(() => server.closeAllConnections(), limits.drainMs);
  await closed;
  clearTimeout(force);
}
