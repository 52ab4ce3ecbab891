import type { Socket } from "node:net";

// Preloaded into every process the launcher starts. Its input is a pipe from the launcher that only ever closes: when the
// launcher is killed. A process nobody can see would otherwise keep its port and the data.
const input = process.stdin as unknown as Socket;
input.on("end", stop);
input.on("error", stop);
input.resume();
input.unref();

function stop(): void {
  // In development Node's watcher stands between the launcher and the program, and would start it again.
  if (process.execArgv.includes("--watch-preserve-output")) process.kill(process.ppid, "SIGTERM");
  process.kill(process.pid, "SIGTERM");
}
