import type { Measured, Subject } from "./load.ts";
import { measure } from "./load.ts";

export interface Rounds {
  connections: number;
  rounds: number;
  seconds: number;
}

/** Interleaved rounds, so that the machine's moods hit every subject; medians, and ratios to the first. */
export async function compare<Subjects extends Subject[]>(
  title: string,
  { connections, rounds: count, seconds }: Rounds,
  subjects: [...Subjects],
  eachRound?: () => Promise<void>,
): Promise<{ [Index in keyof Subjects]: Measured }> {
  const rounds: Measured[][] = subjects.map(() => []);
  for (const subject of subjects) await measure(subject, { seconds: 1, connections: Math.min(connections, 32) });
  for (let round = 0; round < count; round++) {
    for (const [index, subject] of subjects.entries())
      rounds[index]?.push(await measure(subject, { seconds, connections }));
    await eachRound?.();
  }
  const medians = rounds.map(median) as { [Index in keyof Subjects]: Measured };
  console.log(`\n${title}`);
  for (const [index, measured] of medians.entries()) printRow(subjects[index]?.name ?? "", measured, medians[0]);
  return medians;
}

function printRow(name: string, measured: Measured, first: Measured | undefined): void {
  const rate = first ? first.requestsPerSecond / measured.requestsPerSecond : 1;
  const cpu = first ? first.cpuMsPerRequest / measured.cpuMsPerRequest : 1;
  console.log(
    `  ${name.padEnd(44)} ${measured.requestsPerSecond.toFixed(0).padStart(6)}/s  ${measured.cpuMsPerRequest.toFixed(2).padStart(7)} ms CPU` +
      `  p50 ${measured.p50Ms.toFixed(1)} p99 ${measured.p99Ms.toFixed(1)} ms  errors ${measured.errors}${kindsOf(measured)}` +
      `  → the first is ${rate.toFixed(2)} × at ${cpu.toFixed(2)} × its CPU`,
  );
}

/** What the errors were, in brackets; nothing where there were none. */
export function kindsOf({ kinds }: Measured): string {
  const said = Object.entries(kinds).map(([kind, count]) => `${kind}: ${count}`);
  return said.length > 0 ? ` (${said.join(", ")})` : "";
}

function median(all: Measured[]): Measured {
  const middle = (pick: (one: Measured) => number) =>
    all.map(pick).sort((a, b) => a - b)[Math.floor(all.length / 2)] ?? 0;
  return {
    requestsPerSecond: middle((one) => one.requestsPerSecond),
    cpuMsPerRequest: middle((one) => one.cpuMsPerRequest),
    p50Ms: middle((one) => one.p50Ms),
    p99Ms: middle((one) => one.p99Ms),
    asked: all.reduce((sum, one) => sum + one.asked, 0),
    errors: all.reduce((sum, one) => sum + one.errors, 0),
    kinds: all.reduce<Record<string, number>>((sum, { kinds }) => {
      for (const [kind, count] of Object.entries(kinds)) sum[kind] = (sum[kind] ?? 0) + count;
      return sum;
    }, {}),
  };
}
