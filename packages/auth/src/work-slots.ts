/** Thrown when the waiting line is full: the caller should answer "busy, try again" rather than pile up work. */
export class HasherBusy extends Error {
  override readonly name = "HasherBusy";

  constructor() {
    super("Too many passwords are waiting to be hashed.");
  }
}

export type WorkStats = {
  running: number;
  queued: number;
  peakRunning: number;
  completed: number;
  refused: number;
};

export type WorkSlots = {
  run<Result>(work: () => Promise<Result>): Promise<Result>;
  stats(): WorkStats;
};

/**
 * Runs at most `concurrency` pieces of work at a time, in the order they came; at most `queueLimit` wait.
 * One more than that is refused at once with HasherBusy.
 */
export function createWorkSlots({ concurrency, queueLimit }: { concurrency: number; queueLimit: number }): WorkSlots {
  const waiting: (() => void)[] = [];
  const stats = { running: 0, peakRunning: 0, completed: 0, refused: 0 };

  const enter = (): Promise<void> | undefined => {
    if (stats.running < concurrency) {
      stats.running += 1;
      stats.peakRunning = Math.max(stats.peakRunning, stats.running);
      return undefined;
    }
    if (waiting.length >= queueLimit) {
      stats.refused += 1;
      throw new HasherBusy();
    }
    return new Promise((resolve) => waiting.push(resolve));
  };

  // A slot passes straight to the next in line, so that a newcomer cannot slip in between.
  const leave = () => {
    stats.completed += 1;
    const next = waiting.shift();
    if (next) next();
    else stats.running -= 1;
  };

  return {
    async run(work) {
      await enter();
      try {
        return await work();
      } finally {
        leave();
      }
    },
    stats: () => ({ ...stats, queued: waiting.length }),
  };
}
