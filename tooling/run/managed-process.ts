import type { ChildProcess } from "node:child_process";
import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import type { Readable } from "node:stream";
import { pathToFileURL } from "node:url";
import { repositoryRoot } from "./env.ts";

const TAIL_LINES = 20;
const isWindows = process.platform === "win32";

export type ProcessSpec = {
  name: string;
  /** Arguments to Node: flags, script, its arguments. */
  args: string[];
  env: Record<string, string>;
  cwd?: string;
  onLine: (name: string, line: string) => void;
};

export type ManagedProcess = {
  name: string;
  pid: number;
  /** Settles when the process is gone, however it went. */
  exited: Promise<{ code: number | null; signal: NodeJS.Signals | null }>;
  /** The next message the process sends; rejects when it goes without one. */
  nextMessage(): Promise<unknown>;
  /** Asks it to stop, and ends it and what it started when it has not after `graceMs`. */
  stop(graceMs: number): Promise<void>;
  /** Its last lines of output. */
  tail(): string[];
};

/**
 * Starts a Node process in a session of its own: Ctrl-C in the terminal reaches only the launcher, which then stops the
 * parts in order. A pipe from the launcher makes each part stop by itself if the launcher is killed.
 */
export function startProcess(spec: ProcessSpec): ManagedProcess {
  const stopWithLauncher = pathToFileURL(`${import.meta.dirname}/stop-with-launcher.ts`).href;
  const child = spawn(process.execPath, ["--import", stopWithLauncher, ...spec.args], {
    cwd: spec.cwd ?? repositoryRoot,
    // Next's types demand a NODE_ENV of every environment; a part that needs one is given it.
    env: spec.env as NodeJS.ProcessEnv,
    stdio: ["pipe", "pipe", "pipe", "ipc"],
    detached: !isWindows,
  });
  const lines: string[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    if (stream) readLines(stream, (line) => keep(lines, line, () => spec.onLine(spec.name, line)));
  }
  const exited = new Promise<{ code: number | null; signal: NodeJS.Signals | null }>((settle) => {
    child.once("close", (code, signal) => settle({ code, signal }));
    child.once("error", () => settle({ code: 1, signal: null }));
  });
  return {
    name: spec.name,
    pid: child.pid ?? 0,
    exited,
    nextMessage: () => nextMessage(child, exited, spec.name),
    stop: (graceMs) => stopProcess(child, exited, graceMs),
    tail: () => [...lines],
  };
}

function readLines(stream: Readable, onLine: (line: string) => void): void {
  createInterface({ input: stream }).on("line", onLine);
}

function keep(lines: string[], line: string, print: () => void): void {
  lines.push(line);
  if (lines.length > TAIL_LINES) lines.shift();
  print();
}

async function nextMessage(child: ChildProcess, exited: Promise<unknown>, name: string): Promise<unknown> {
  return await Promise.race([
    new Promise<unknown>((settle) => child.once("message", settle)),
    exited.then(() => {
      throw new Error(`${name} stopped before it was ready.`);
    }),
  ]);
}

async function stopProcess(child: ChildProcess, exited: Promise<unknown>, graceMs: number): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill("SIGTERM");
  const timer = setTimeout(() => killGroup(child), graceMs);
  await exited;
  clearTimeout(timer);
}

function killGroup(child: ChildProcess): void {
  if (child.pid === undefined) return;
  try {
    if (isWindows) child.kill("SIGKILL");
    else process.kill(-child.pid, "SIGKILL");
  } catch {
    // It went between the question and the signal: what was wanted.
  }
}
