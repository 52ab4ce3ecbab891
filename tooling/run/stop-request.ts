import { toolSetting } from "./env.ts";

const PARENT_CHECK_MS = 1_000;

/**
 * Calls `stop` on Ctrl-C, SIGTERM or a closed terminal, and when the package manager that started us is gone: npx and
 * pnpm do not pass on every signal they die of, and would leave a server behind that nobody sees.
 */
export function onStopRequest(stop: () => void): void {
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, stop);
  if (!toolSetting("npm_lifecycle_event")) return;
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) stop();
  }, PARENT_CHECK_MS).unref();
}
