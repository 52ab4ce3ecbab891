import type pg from "pg";
import { Prisma } from "./generated/client.ts";
import { preparedStatement } from "./prepared-statement.ts";

type Text = TemplateStringsArray | Prisma.Sql;

/**
 * What a command's `run` writes through: one connection, inside the command's own transaction. Statements that are sent
 * without waiting for one another travel together and are carried out in the order in which they were sent, each seeing
 * what those before it locked and wrote.
 */
export interface Tx {
  /** The rows of one statement. What stands in `${}` travels apart from its text, or is a piece made by `Prisma.sql`. */
  $queryRaw<Rows>(text: Text, ...values: unknown[]): Promise<Rows>;
  /** How many rows one statement wrote. */
  $executeRaw(text: Text, ...values: unknown[]): Promise<number>;
  /** For a text that was put together: `$1` and on stand for the values. */
  $queryRawUnsafe<Rows>(text: string, ...values: unknown[]): Promise<Rows>;
  $executeRawUnsafe(text: string, ...values: unknown[]): Promise<number>;
}

export interface TransactionOptions {
  /** How long all of it may take, ms; each statement has its own limit besides. */
  timeoutMs: number;
  isolation?: "SERIALIZABLE";
}

/** A transaction was open for longer than it may be. */
export class TransactionTimeout extends Error {
  override name = "TransactionTimeout";
}

/**
 * Runs `work` in one transaction on one connection: committed where it ends well, taken back where it throws. A
 * connection that could not even be rolled back is not used again.
 */
export async function runTransaction<Result>(
  pool: pg.Pool,
  work: (tx: Tx) => Promise<Result>,
  { timeoutMs, isolation }: TransactionOptions,
): Promise<Result> {
  const client = await pool.connect();
  const begun = client.query(isolation ? `BEGIN ISOLATION LEVEL ${isolation}` : "BEGIN");
  const open = new OpenTransaction(client, begun, performance.now() + timeoutMs);
  let broken: Error | undefined;
  try {
    const result = await work(open);
    await begun;
    open.requireTime();
    const { command } = await client.query("COMMIT");
    // A transaction that had failed inside ends in a ROLLBACK, and says so in no other way.
    if (command !== "COMMIT") throw new Error("The transaction was taken back: one of its statements had failed.");
    return result;
  } catch (error) {
    // First: a part of the work that is still on its way would otherwise write after the end.
    open.close();
    await client.query("ROLLBACK").catch((failure: Error) => {
      broken = failure;
    });
    // What was found outside of a transaction says nothing: why there was none does.
    await begun;
    throw error;
  } finally {
    open.close();
    client.release(broken);
  }
}

class OpenTransaction implements Tx {
  readonly #client: pg.PoolClient;
  readonly #begun: Promise<unknown>;
  #deadline: number;
  #mustWait = false;

  constructor(client: pg.PoolClient, begun: Promise<unknown>, deadline: number) {
    this.#client = client;
    this.#deadline = deadline;
    this.#begun = begun;
    // Heard by whoever waits for it.
    begun.catch(() => undefined);
  }

  async $queryRaw<Rows>(text: Text, ...values: unknown[]): Promise<Rows> {
    const { rows } = await this.#send(toSql(text, values));
    return rows as Rows;
  }

  async $executeRaw(text: Text, ...values: unknown[]): Promise<number> {
    const { rowCount } = await this.#send(toSql(text, values));
    return rowCount ?? 0;
  }

  async $queryRawUnsafe<Rows>(text: string, ...values: unknown[]): Promise<Rows> {
    const { rows } = await this.#send({ text, values });
    return rows as Rows;
  }

  async $executeRawUnsafe(text: string, ...values: unknown[]): Promise<number> {
    const { rowCount } = await this.#send({ text, values });
    return rowCount ?? 0;
  }

  /** @throws TransactionTimeout */
  requireTime(): void {
    if (performance.now() > this.#deadline) throw new TransactionTimeout("The transaction was open for too long.");
  }

  /** From now on nothing is sent: the connection may be somebody else's. */
  close(): void {
    this.#deadline = Number.NEGATIVE_INFINITY;
  }

  async #send({ text, values }: { text: string; values: unknown[] }) {
    this.requireTime();
    // The driver would write it as null, and a filter would say something else than was meant.
    if (values.includes(undefined)) throw new TypeError("A value of a statement is undefined.");
    // Reads travel along with BEGIN. What writes waits for it: were it to fail alone, that would stand by itself.
    this.#mustWait ||= !text.trimStart().startsWith("SELECT");
    if (this.#mustWait) {
      await this.#begun;
      this.requireTime();
    }
    return await this.#client.query(preparedStatement(text, values));
  }
}

function toSql(text: Text, values: unknown[]): { text: string; values: unknown[] } {
  const sql = "raw" in text ? Prisma.sql(text, ...values) : text;
  return { text: sql.text, values: sql.values };
}
