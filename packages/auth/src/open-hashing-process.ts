import type { ChildProcess } from "node:child_process";
import { fork } from "node:child_process";
import { extname, join } from "node:path";
import type { HashEngine } from "./hash-engine.ts";
import type { HashingAnswer, HashingRequest } from "./hashing-messages.ts";

/** The hashing process ended, or hangs, with this work in it: the caller should answer "not now", never wait. */
export class HasherGone extends Error {
  override readonly name = "HasherGone";

  constructor() {
    super("The hashing process ended before it answered.");
  }
}

type Work = HashingRequest extends infer Request
  ? Request extends { id: number }
    ? Omit<Request, "id">
    : never
  : never;
type Waiting = { resolve(answer: string | boolean): void; reject(error: Error): void };
type Running = { child: ChildProcess; waiting: Map<number, Waiting>; answered: boolean; progressAt: number };

// Without an answer for this long, with work waiting, the process hangs; every caller has had its deadline before.
const HANG_MS = 15_000;
const RESTART_PAUSE_MS = 1_000;

/**
 * Hashes in a process of its own at the lowest priority, on `threads` cores, started by the first password. It is
 * started again after it died; what was in it fails with HasherGone. It ends with this process, however that ends.
 */
export function openHashingProcess(threads: number): HashEngine & { readonly pid: number | undefined } {
  let running: Running | null = null;
  let lastFailedStart = Number.NEGATIVE_INFINITY;
  let nextId = 0;

  const start = (): Running => {
    // One that ends before its first answer would end again: not a process for each caller.
    if (performance.now() - lastFailedStart < RESTART_PAUSE_MS) throw new HasherGone();
    const started = startProcess(threads, () => {
      if (running === started) running = null;
      if (!started.answered) lastFailedStart = performance.now();
    });
    return started;
  };
  const ask = async (work: Work): Promise<string | boolean> => {
    running ??= start();
    return await send(running, { ...work, id: ++nextId } as HashingRequest);
  };

  return {
    hash: async (text, settings) => String(await ask({ work: "hash", text, settings })),
    verify: async (hash, text) => (await ask({ work: "verify", hash, text })) === true,
    close() {
      if (running?.child.connected) running.child.disconnect();
      running = null;
    },
    get pid() {
      return running?.child.pid;
    },
  };
}

function startProcess(threads: number, onEnd: () => void): Running {
  // Beside this file under the same ending: the source in development and tests, the bundle in `dist`.
  const program = join(import.meta.dirname, `hashing-process${extname(import.meta.filename)}`);
  const child = fork(program, [], {
    // Neither the server's secrets nor its flags: it needs none.
    env: { NODE_ENV: "production", UV_THREADPOOL_SIZE: String(threads) },
    execArgv: [],
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
  const running: Running = { child, waiting: new Map(), answered: false, progressAt: performance.now() };
  const watch = setInterval(() => {
    const isHanging = running.waiting.size > 0 && performance.now() - running.progressAt > HANG_MS;
    if (isHanging) child.kill("SIGKILL");
  }, 1_000);
  let ended = false;
  const end = () => {
    if (ended) return;
    ended = true;
    clearInterval(watch);
    onEnd();
    for (const { reject } of running.waiting.values()) reject(new HasherGone());
    running.waiting.clear();
  };
  child.on("message", (message: HashingAnswer) => settle(running, message));
  for (const event of ["error", "disconnect", "exit"] as const) child.once(event, end);
  child.on("error", end);
  // Alone it does not keep a program alive that is done; a password under way does.
  watch.unref();
  child.unref();
  child.channel?.unref();
  return running;
}

function send(running: Running, request: HashingRequest): Promise<string | boolean> {
  return new Promise((resolve, reject) => {
    const { child, waiting } = running;
    if (waiting.size === 0) running.progressAt = performance.now();
    waiting.set(request.id, { resolve, reject });
    child.channel?.ref();
    child.send(request, (error) => {
      if (!error) return;
      waiting.delete(request.id);
      reject(new HasherGone());
    });
  });
}

function settle(running: Running, { id, answer }: HashingAnswer): void {
  const waiter = running.waiting.get(id);
  running.waiting.delete(id);
  running.answered = true;
  running.progressAt = performance.now();
  if (running.waiting.size === 0) running.child.channel?.unref();
  if (answer === null) waiter?.reject(new Error("argon2 could not read the hash."));
  else waiter?.resolve(answer);
}
