import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { connect, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A Redis of the test's own. */
export interface RedisServer {
  url: string;
  port: number;
  /** Alive, and answering nothing. */
  freeze(): void;
  thaw(): void;
  /** Kills it, as a machine that falls over would. */
  stop(): Promise<void>;
}

/** Starts `redis-server` in memory on a free port; `pnpm test` installs it where it is missing. */
export async function startRedis(given: { port?: number; settings?: string[] } = {}): Promise<RedisServer> {
  const port = given.port ?? (await freePort());
  const folder = mkdtempSync(join(tmpdir(), "pronaflow-redis-"));
  const fixed = ["--port", String(port), "--bind", "127.0.0.1", "--save", "", "--appendonly", "no", "--dir", folder];
  const child = spawn("redis-server", [...fixed, ...(given.settings ?? [])], { stdio: "ignore" });
  const ended = once(child, "exit");
  const stop = async () => {
    child.kill("SIGKILL");
    await ended;
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    await Promise.race([answers(port), ended.then(() => Promise.reject(new Error("redis-server did not start.")))]);
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    url: `redis://127.0.0.1:${port}`,
    port,
    freeze: () => void child.kill("SIGSTOP"),
    thaw: () => void child.kill("SIGCONT"),
    stop,
  };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  if (address === null || typeof address === "string") throw new Error("No port.");
  return address.port;
}

/** Resolves with the first connection that is accepted. */
async function answers(port: number): Promise<void> {
  const deadline = performance.now() + 20_000;
  while (!(await accepts(port))) {
    if (performance.now() > deadline) throw new Error("redis-server accepts no connection.");
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

function accepts(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, "127.0.0.1");
    socket.once("connect", () => resolve(true));
    socket.once("error", () => resolve(false));
    socket.once("close", () => socket.destroy());
    socket.once("connect", () => socket.end());
  });
}
