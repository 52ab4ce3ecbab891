import { styleText } from "node:util";

/** What one check found: nothing, or lines that say what is wrong and where. */
export type Verdict = { name: string; seconds: number; problems: string[] };

/** Runs a check and times it; one that cannot run has failed. */
export async function judge(name: string, check: () => Promise<string[]>): Promise<Verdict> {
  const startedAt = performance.now();
  const problems = await check().catch((error: unknown) => [error instanceof Error ? error.message : String(error)]);
  return { name, problems, seconds: (performance.now() - startedAt) / 1000 };
}

/** A verdict as the terminal shows it. */
export function verdictLines({ name, seconds, problems }: Verdict): string {
  const time = styleText("dim", `${seconds.toFixed(1)} s`);
  if (problems.length === 0) return `${styleText("green", "✓")} ${name} ${time}`;
  return [`${styleText("red", "✗")} ${name} ${time}`, ...problems.map((problem) => `    ${problem}`)].join("\n");
}
