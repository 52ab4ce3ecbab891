import { once } from "node:events";
import type { Server } from "node:http";
import type { Duplex } from "node:stream";
import { setTimeout as wait } from "node:timers/promises";
import type { Limits } from "./limits.ts";

/**
 * Stops a server without cutting an answer short; after `drainMs` whatever is left is cut. Upgraded sockets (hot reload)
 * have no answer to wait for and are no longer the server's to close.
 */
export async function drain(server: Server, upgraded: Set<Duplex>, limits: Limits): Promise<void> {
  if (!server.listening) return;
  if (limits.drainNoticeMs > 0) await wait(limits.drainNoticeMs);
  const closed = once(server, "close");
  // Idle connections are closed by `close` itself; busy ones after the answer they are waiting for.
  server.close();
  for (const socket of upgraded) socket.destroy();
  const force = setTimeout(() => server.closeAllConnections(), limits.drainMs);
  await closed;
  clearTimeout(force);
}
