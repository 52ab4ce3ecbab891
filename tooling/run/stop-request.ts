import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { toolSetting } from "./env.ts";

const CHECK_MS = 1_000;

/**
 * Calls `stop` on Ctrl-C, SIGTERM or a closed terminal, and when the package manager that started us is gone: a SIGTERM
 * to npx or pnpm ends only them, and would leave a server behind that nobody sees.
 */
export function onStopRequest(stop: () => void): void {
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, stop);
  if (!toolSetting("npm_lifecycle_event") || process.platform === "win32") return;
  // Between pnpm and us stand a shell and the script that is pnpm's own node; between npx and pnpm another shell.
  const generations = toolSetting("npm_execpath")?.includes("_npx") ? 4 : 3;
  const startedBy = ancestors(generations);
  setInterval(() => {
    if (ancestors(generations) !== startedBy) stop();
  }, CHECK_MS).unref();
}

function ancestors(generations: number): string {
  const pids = [String(process.ppid)];
  while (pids.length < generations) pids.push(parentOf(pids.at(-1) ?? ""));
  return pids.join(" ");
}

function parentOf(pid: string): string {
  try {
    if (process.platform !== "linux")
      return execFileSync("ps", ["-o", "ppid=", "-p", pid], { encoding: "utf8" }).trim();
    // "pid (name, which may hold anything) state ppid …"
    return readFileSync(`/proc/${pid}/stat`, "utf8").split(") ").at(-1)?.split(" ")[1] ?? "";
  } catch {
    return "gone";
  }
}
