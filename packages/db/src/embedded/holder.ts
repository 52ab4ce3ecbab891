import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { EmbeddedFailure } from "./failure.ts";
import type { Home } from "./home.ts";
import { commandLine, processMark } from "./processes.ts";

/** Ten seconds for a fast shutdown's checkpoint, as `pg_ctl stop` callers usually allow, before the harder signal. */
const ORPHAN_STOP_MS = 10_000;

/**
 * Makes this process the only one that runs the cluster; answers with the release. A holder that died (kill -9)
 * is followed: its note is taken over, and the server it left running is stopped.
 * Throws EmbeddedFailure "held" when another living process has it.
 */
export async function holdCluster(place: Home, log: (line: string) => void): Promise<() => void> {
  const note = path.join(place.home, "holder.json");
  const followsDeadHolder = takeNote(note);
  try {
    await clearPostmaster(place.cluster, followsDeadHolder, log);
  } catch (error) {
    rmSync(note, { force: true });
    throw error;
  }
  return () => rmSync(note, { force: true });
}

function takeNote(note: string): boolean {
  const mine = JSON.stringify({ pid: process.pid, mark: processMark(process.pid) });
  let followsDeadHolder = false;
  for (;;) {
    try {
      writeFileSync(note, mine, { flag: "wx", mode: 0o644 });
      return followsDeadHolder;
    } catch (error) {
      if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
    }
    const holder = readHolder(note);
    if (holder !== null && processMark(holder.pid) === holder.mark) {
      throw new EmbeddedFailure(
        "held",
        `The database in ${path.dirname(note)} is in use by another running instance (process ${holder.pid}). ` +
          "Stop that one first, or set DATA_DIR to another folder.",
      );
    }
    followsDeadHolder = true;
    discardNote(note);
  }
}

function readHolder(note: string): { pid: number; mark: string } | null {
  try {
    return JSON.parse(readFileSync(note, "utf8")) as { pid: number; mark: string };
  } catch {
    // Half-written by a process that died, or just removed: nobody holds it.
    return null;
  }
}

function discardNote(note: string): void {
  const aside = `${note}.${process.pid}`;
  try {
    renameSync(note, aside);
  } catch {
    return;
  }
  rmSync(aside, { force: true });
}

async function clearPostmaster(cluster: string, isOurs: boolean, log: (line: string) => void): Promise<void> {
  const pidFile = path.join(cluster, "postmaster.pid");
  const pid = existsSync(pidFile) ? Number.parseInt(readFileSync(pidFile, "utf8"), 10) : Number.NaN;
  if (Number.isNaN(pid)) return;
  if (!commandLine(pid)?.includes("postgres")) {
    // PostgreSQL would refuse to start if the number now belongs to some other process of this account.
    log(`Removed the lock file of a PostgreSQL that is gone (process ${pid}).`);
    rmSync(pidFile, { force: true });
    return;
  }
  if (!isOurs) {
    throw new EmbeddedFailure(
      "held",
      `Another PostgreSQL (process ${pid}) is running on ${cluster}. Stop it first: kill -INT ${pid}`,
    );
  }
  log(`Stopping the PostgreSQL (process ${pid}) that an instance which was killed left running.`);
  await endProcess(pid, "SIGINT");
  if (processMark(pid) !== null) await endProcess(pid, "SIGQUIT");
}

async function endProcess(pid: number, signal: NodeJS.Signals): Promise<void> {
  process.kill(pid, signal);
  for (let waitedMs = 0; waitedMs < ORPHAN_STOP_MS && processMark(pid) !== null; waitedMs += 50) await pause(50);
}
