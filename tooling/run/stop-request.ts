import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { toolSetting } from "./env.ts";

const CHECK_MS = 1_000;

/**
 * Calls `stop` on Ctrl-C, SIGTERM or a closed terminal, and when the package manager that started us is gone: a SIGTERM
 * to npx ends pnpm, which passes nothing on to its script, and would leave a server behind that nobody sees.
 */
export function onStopRequest(stop: () => void): void {
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, stop);
  if (!toolSetting("npm_lifecycle_event") || process.platform === "win32") return;
  const startedBy = ancestors();
  setInterval(() => {
    if (ancestors() !== startedBy) stop();
  }, CHECK_MS).unref();
}

/** Parent and grandparent: a package manager puts a shell between itself and its script. */
function ancestors(): string {
  return `${process.ppid} ${parentOf(process.ppid)}`;
}

function parentOf(pid: number): string {
  try {
    if (process.platform !== "linux")
      return execFileSync("ps", ["-o", "ppid=", "-p", String(pid)], { encoding: "utf8" });
    // "pid (name, which may hold anything) state ppid …"
    return readFileSync(`/proc/${pid}/stat`, "utf8").split(") ").at(-1)?.split(" ")[1] ?? "";
  } catch {
    return "gone";
  }
}
