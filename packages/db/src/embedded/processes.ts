import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";

/**
 * A mark that tells this process from a later one with the same id (its start time); null when no such
 * process lives. A zombie counts as dead.
 */
export function processMark(pid: number): string | null {
  if (process.platform === "win32") return isAlive(pid) ? "alive" : null;
  if (process.platform !== "linux") return ask(pid, "lstart=");
  const stat = readProc(pid, "stat");
  if (stat === null) return null;
  // The command name may hold spaces and brackets: fields are counted after its last ")".
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  return fields[0] === "Z" ? null : (fields[19] ?? null);
}

/** The command line of a living process, or null. */
export function commandLine(pid: number): string | null {
  if (processMark(pid) === null) return null;
  if (process.platform === "linux") return readProc(pid, "cmdline")?.replaceAll("\0", " ") ?? null;
  return process.platform === "win32" ? "postgres" : ask(pid, "args=");
}

function readProc(pid: number, file: string): string | null {
  try {
    return readFileSync(`/proc/${pid}/${file}`, "utf8");
  } catch {
    return null;
  }
}

function ask(pid: number, column: string): string | null {
  const answer = spawnSync("ps", ["-o", column, "-p", String(pid)], { encoding: "utf8" });
  return answer.status === 0 ? answer.stdout.trim() : null;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
