import pg from "pg";
import { Connection, discardSpentConnections, isStalePlan } from "./connection.ts";
import type { TransactionOptions, Tx } from "./transaction.ts";
import { runTransaction } from "./transaction.ts";

export type DatabaseOptions = {
  url: string;
  poolMax: number;
  /** How long a caller waits for a free connection, or for a new one to open. */
  acquireTimeoutMs: number;
  statementTimeoutMs: number;
  lockTimeoutMs: number;
  idleInTransactionTimeoutMs: number;
  /** Shown in pg_stat_activity. */
  applicationName: string;
};

export type Database = {
  pool: pg.Pool;
  /** All of `work` or nothing of it, on one connection. */
  transaction<Result>(work: (tx: Tx) => Promise<Result>, options: TransactionOptions): Promise<Result>;
  /** One round trip of a prepared statement. A name belongs to one SQL text for the life of the process. */
  hot<Row>(name: string, sql: string, values: unknown[]): Promise<Row[]>;
  /** Waits for the connections in use, then closes them all. */
  close(): Promise<void>;
};

/** A frozen server cannot time a statement out itself: the client gives up this much later. */
const READ_GRACE_MS = 500;
const IDLE_CONNECTION_MS = 60_000;

/**
 * One pool, shared by transactions and by the hot reads. No connection is made before the first query, so a server that
 * is down is met by the query (classifyFailure says `unavailable`), and one that comes back is used again.
 */
export function openDatabase(options: DatabaseOptions): Database {
  const pool = openPool(options);
  return {
    pool,
    transaction: (work, limits) => runTransaction(pool, work, limits),
    hot: (name, sql, values) => hotRead(pool, options.poolMax, name, sql, values),
    close: () => pool.end(),
  };
}

function openPool(options: DatabaseOptions): pg.Pool {
  const pool = new pg.Pool({
    connectionString: options.url,
    Client: Connection,
    // What does not wait for an answer is sent without one; see Tx.
    pipeline: true,
    max: options.poolMax,
    connectionTimeoutMillis: options.acquireTimeoutMs,
    idleTimeoutMillis: IDLE_CONNECTION_MS,
    statement_timeout: options.statementTimeoutMs,
    lock_timeout: options.lockTimeoutMs,
    idle_in_transaction_session_timeout: options.idleInTransactionTimeoutMs,
    query_timeout: options.statementTimeoutMs + READ_GRACE_MS,
    application_name: options.applicationName,
    keepAlive: true,
    // Times are written and read as UTC, whatever the server's own zone.
    options: "-c TimeZone=UTC",
  });
  discardSpentConnections(pool);
  // A connection that dies while idle is dropped by the pool; the next query opens another or says what is wrong.
  pool.on("error", () => undefined);
  // One that dies in somebody's hands, between two statements, says so to the next of them.
  pool.on("connect", (client) => client.on("error", () => undefined));
  return pool;
}

async function hotRead<Row>(
  pool: pg.Pool,
  poolMax: number,
  name: string,
  text: string,
  values: unknown[],
): Promise<Row[]> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      const { rows } = await pool.query({ name, text, values });
      return rows as Row[];
    } catch (error) {
      // A migration under load: each stale connection is dropped as it is met, at most all of the pool's.
      if (!isStalePlan(error) || attempt >= poolMax) throw error;
    }
  }
}
