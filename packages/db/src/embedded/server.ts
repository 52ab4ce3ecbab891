import type { ChildProcess } from "node:child_process";
import { spawn } from "node:child_process";
import { setTimeout as pause } from "node:timers/promises";
import type { ServerAccount } from "./account.ts";
import { QUIET_SURROUNDINGS } from "./cluster.ts";
import { EmbeddedFailure } from "./failure.ts";

export type ServerSpec = {
  program: string;
  cluster: string;
  port: number;
  account: ServerAccount;
  isDurable: boolean;
  log: (line: string) => void;
};

/** `exited` settles when the server is gone, whoever ended it. */
export type RunningServer = { exited: Promise<void>; stop(): Promise<void>; kill(): void };

/** Backends of a postmaster that was killed hold its shared memory for a moment: 50 tries × 200 ms outlast them. */
const SHARED_MEMORY_TRIES = 50;
/** A fast shutdown writes a checkpoint; past this the server is told to leave without one (it replays its log). */
const FAST_STOP_MS = 10_000;

/** Starts `postgres` and answers once it accepts connections. */
export async function runServer(spec: ServerSpec): Promise<RunningServer> {
  for (let attempt = 1; ; attempt += 1) {
    const started = await launch(spec);
    if ("server" in started) return started.server;
    const output = started.output.join("\n");
    if (/shared memory block .* still in use/.test(output) && attempt < SHARED_MEMORY_TRIES) {
      await pause(200);
      continue;
    }
    if (/Address already in use|could not bind/.test(output)) throw portTaken(spec.port);
    throw new EmbeddedFailure("not_started", `PostgreSQL did not start from ${spec.cluster}:\n${output}`);
  }
}

/** The failure that names a taken port. */
export function portTaken(port: number): EmbeddedFailure {
  return new EmbeddedFailure(
    "port_taken",
    `Port ${port}, meant for the database, is taken by another program. Stop that one, or set DB_PORT to a free port.`,
  );
}

function launch(spec: ServerSpec): Promise<{ server: RunningServer } | { output: string[] }> {
  // Its own process group: a Ctrl-C in the terminal reaches the launcher, which stops the server last.
  const child = spawn(spec.program, ["-D", spec.cluster, "-p", String(spec.port), ...serverSettings(spec)], {
    ...spec.account,
    ...QUIET_SURROUNDINGS,
    detached: process.platform !== "win32",
    stdio: ["ignore", "ignore", "pipe"],
  });
  const output: string[] = [];
  const exited = new Promise<void>((resolve) => child.once("close", () => resolve()));
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", () => resolve({ output }));
    let rest = "";
    child.stderr?.setEncoding("utf8").on("data", (chunk: string) => {
      const lines = (rest + chunk).split("\n");
      rest = lines.pop() ?? "";
      for (const line of lines) {
        spec.log(line);
        output.push(line);
        if (output.length > 40) output.shift();
        if (line.includes("database system is ready to accept connections")) {
          resolve({ server: { exited, stop: () => stopServer(child, exited), kill: () => child.kill("SIGINT") } });
        }
      }
    });
  });
}

function serverSettings({ isDurable }: ServerSpec): string[] {
  const settings = {
    listen_addresses: "127.0.0.1",
    unix_socket_directories: "",
    max_connections: "200",
    shared_buffers: isDurable ? "256MB" : "64MB",
    password_encryption: "scram-sha-256",
    timezone: "UTC",
    log_timezone: "UTC",
    lc_messages: "C",
    jit: "off",
    // The log must not carry people's data: no statements, no "Key (email)=(…)" details, no client errors.
    log_min_messages: "log",
    log_min_error_statement: "panic",
    log_error_verbosity: "terse",
    log_checkpoints: "off",
    ...(isDurable ? {} : { fsync: "off", synchronous_commit: "off", full_page_writes: "off", autovacuum: "off" }),
  };
  return Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
}

async function stopServer(child: ChildProcess, exited: Promise<void>): Promise<void> {
  for (const signal of ["SIGINT", "SIGQUIT", "SIGKILL"] as const) {
    if (child.exitCode !== null || child.signalCode !== null) break;
    child.kill(signal);
    const patience = new AbortController();
    await Promise.race([exited, pause(FAST_STOP_MS, undefined, { signal: patience.signal }).catch(() => undefined)]);
    patience.abort();
  }
  await exited;
}
