import { readdirSync } from "node:fs";
import { setPriority } from "node:os";

/**
 * Lets this process yield to every other: a nice level from 0 (as others) to 19 (whenever nobody else wants the core). It
 * cannot be taken back. Linux keeps a priority per thread: those that Node has already started are told one by one, later
 * ones inherit it.
 */
export function lowerPriority(nice: number): void {
  setPriority(nice);
  if (process.platform !== "linux") return;
  for (const thread of readdirSync("/proc/self/task")) setPriority(Number(thread), nice);
}
