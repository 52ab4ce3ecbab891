/** What a suite counted. `skipped` is shown and is neither. */
export type Counts = { passed: number; failed: number; skipped: number };

/** A part of `pnpm test`. It shows its own output; a suite that cannot run at all throws, which counts as one failure. */
export type Suite = { name: string; title: string; run: () => Promise<Counts> };

export const nothing: Counts = { passed: 0, failed: 0, skipped: 0 };

export function sum(all: Counts[]): Counts {
  return all.reduce(
    (total, { passed, failed, skipped }) => ({
      passed: total.passed + passed,
      failed: total.failed + failed,
      skipped: total.skipped + skipped,
    }),
    nothing,
  );
}
