import pg from "pg";

/**
 * A connection that is thrown away, not pooled again, once its state cannot be trusted:
 * - a read timed out (the server is frozen, the answer may still come, a transaction may still be open);
 * - a migration made its prepared plans stale.
 */
export class Connection extends pg.Client {
  isSpent = false;

  // The driver declares a dozen overloads of `query`; this passes whatever came on to them unchanged.
  override query = ((...parameters: unknown[]) => {
    this.gatherWrites();
    const answer: unknown = Reflect.apply(pg.Client.prototype.query, this, parameters);
    if (answer instanceof Promise) answer.catch((error: unknown) => this.noteFailure(error));
    return answer;
  }) as pg.Client["query"];

  /** Statements of one turn reach the server by one write. */
  private gatherWrites(): void {
    const { stream } = this.connection;
    stream.cork();
    process.nextTick(() => stream.uncork());
  }

  private noteFailure(error: unknown): void {
    if (isReadTimeout(error) || isStalePlan(error)) this.isSpent = true;
    // Cut at once: the ROLLBACK that follows would wait for the same frozen server just as long again.
    if (isReadTimeout(error)) void this.end();
  }
}

/** Keeps spent connections, and those given back inside an open transaction, from being handed out again. */
export function discardSpentConnections(pool: pg.Pool): void {
  pool.on("release", (_error, client) => {
    const status = client.getTransactionStatus();
    // Ended before the pool looks: it then removes the connection instead of keeping it.
    if ((client instanceof Connection && client.isSpent) || (status !== null && status !== "I")) void client.end();
  });
}

/** The server did not answer within the client's own deadline. */
export function isReadTimeout(error: unknown): boolean {
  return error instanceof Error && error.message === "Query read timeout";
}

/** A prepared statement was planned before a migration changed the table (0A000); on a new connection it works. */
export function isStalePlan(error: unknown): boolean {
  return error instanceof Error && error.message.includes("cached plan must not change result type");
}
