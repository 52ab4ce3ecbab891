import type { TestSystem } from "./test-system.ts";

type Answers<T> = { values: T[]; codes: string[] };

/**
 * Runs one act twenty times at once and lets none of them commit before all have gone as far as they can: the head of the
 * workspace's audit, the last lock of every command, is held until then. What one read without a lock, all have read.
 */
export async function twentyPiledUp<T>(
  system: TestSystem,
  workspaceId: string,
  act: (index: number) => Promise<T>,
): Promise<Answers<T>> {
  const acts = Array.from({ length: 20 }, (_, index) => () => act(index));
  const head = "SELECT FROM audit_head WHERE chain = 'w:' || $1 FOR UPDATE";
  return await heldBack(system, [head, workspaceId], async (start, allStuck) => {
    for (const one of acts) start(one);
    await allStuck();
  });
}

/**
 * Runs acts in a known order: each waits for the workspace before the next is started, and has it in its turn. Behind one
 * that writes the workspace's own row only one more may wait: PostgreSQL lets those behind a new version of a row race.
 */
export async function inLine<T>(
  system: TestSystem,
  workspaceId: string,
  acts: readonly (() => Promise<T>)[],
): Promise<Answers<T>> {
  const row = "SELECT FROM workspace WHERE id = $1 FOR UPDATE";
  return await heldBack(system, [row, workspaceId], async (start, allStuck) => {
    for (const one of acts) {
      start(one);
      await allStuck();
    }
  });
}

async function heldBack<T>(
  { owner }: TestSystem,
  [lock, workspaceId]: [string, string],
  queue: (start: (act: () => Promise<T>) => void, allStuck: () => Promise<void>) => Promise<void>,
): Promise<Answers<T>> {
  const holder = await owner.connect();
  const started: Promise<T>[] = [];
  let settled = 0;
  const start = (act: () => Promise<T>) => {
    const count = () => void settled++;
    const one = act();
    one.then(count, count);
    started.push(one);
  };
  // Not a wait for time to pass: the database says who waits for a lock.
  const allStuck = async () => {
    for (let waiting = -1; waiting + settled < started.length; ) waiting = await countWaiting(owner);
  };
  try {
    await holder.query("BEGIN");
    await holder.query(lock, [workspaceId]);
    await queue(start, allStuck);
  } finally {
    await holder.query("COMMIT");
    holder.release();
  }
  const results = await Promise.allSettled(started);
  return {
    values: results.flatMap((result) => (result.status === "fulfilled" ? [result.value] : [])),
    codes: results.flatMap((result) =>
      result.status === "rejected" ? [String(result.reason?.code ?? result.reason)] : [],
    ),
  };
}

async function countWaiting(owner: TestSystem["owner"]): Promise<number> {
  const { rows } = await owner.query<{ waiting: number }>(
    `SELECT count(*)::integer AS waiting FROM pg_stat_activity
     WHERE datname = current_database() AND wait_event_type = 'Lock'`,
  );
  return rows[0]?.waiting ?? 0;
}
