import { createServer } from "node:net";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { serverAccount } from "./embedded/account.ts";
import { placeBinaries } from "./embedded/binaries.ts";
import { EMBEDDED_OWNER, ensureCluster } from "./embedded/cluster.ts";
import { EmbeddedFailure } from "./embedded/failure.ts";
import { holdCluster } from "./embedded/holder.ts";
import { ownerPassword, placeHome, sharedHome } from "./embedded/home.ts";
import type { RunningServer, ServerSpec } from "./embedded/server.ts";
import { portTaken, runServer } from "./embedded/server.ts";
import { ensureDatabase } from "./ensure-database.ts";

export { EmbeddedFailure };

export type EmbeddedOptions = {
  /** Kept across restarts. Holds the cluster, the owner's password (0600) and, where the cluster had to live elsewhere, its `location`. */
  dataDir: string;
  /** 0 picks a free one. */
  port: number;
  log: (line: string) => void;
  /** false: no fsync, for throw-away databases of tests. */
  durable?: boolean;
};

/** `url` is the owner's (superuser's) connection to the database `pronaflow`; `home` the folder that holds the cluster. */
export type Embedded = { url: string; port: number; home: string; stop(): Promise<void> };

const DATABASE = "pronaflow";
/** A server that dies is started again, but not for ever: five times within a minute means it cannot live. */
const RESTARTS = 5;
const RESTART_WINDOW_MS = 60_000;

/**
 * Starts a real PostgreSQL on 127.0.0.1 with its data in `dataDir`, and answers once the database is there.
 * Runs as root (through the account `postgres`) and as an ordinary user. A server that dies is started again.
 * Throws EmbeddedFailure: `held` (another living instance has the data), `port_taken`, `not_started`.
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<Embedded> {
  const { log, durable = true } = options;
  const account = serverAccount();
  const binaries = placeBinaries(account, sharedHome);
  const place = placeHome(path.resolve(options.dataDir), account);
  const release = await holdCluster(place, log);
  try {
    const password = ownerPassword(place.passwordFile);
    await ensureCluster(place.cluster, password, binaries, account, durable);
    const port = await freePort(options.port);
    const { postgres: program } = binaries;
    const server = await supervise({ program, cluster: place.cluster, port, account, isDurable: durable, log });
    const url = `postgresql://${EMBEDDED_OWNER}:${password}@127.0.0.1:${port}/${DATABASE}`;
    const stop = once(() => server.stop().finally(release));
    await ensureDatabase(url).catch(async (error: unknown) => {
      await stop();
      throw error;
    });
    return { url, port, home: place.home, stop };
  } catch (error) {
    release();
    throw error;
  }
}

/** Keeps a server running until it is stopped, and takes it along when this process exits without stopping it. */
async function supervise(spec: ServerSpec): Promise<{ stop(): Promise<void> }> {
  let server: RunningServer = await runServer(spec);
  let isStopping = false;
  const killOnExit = () => server.kill();
  process.once("exit", killOnExit);
  const restartedAt: number[] = [];

  const watching = (async () => {
    for (;;) {
      await server.exited;
      if (isStopping) return;
      const recent = restartedAt.filter((at) => at > performance.now() - RESTART_WINDOW_MS);
      if (recent.length >= RESTARTS) return spec.log(`PostgreSQL ended ${RESTARTS} times in a minute: it stays down.`);
      spec.log("PostgreSQL ended by itself: starting it again.");
      restartedAt.push(performance.now());
      await pause(100);
      server = await runServer(spec);
      if (isStopping) await server.stop();
    }
  })().catch((error: unknown) => spec.log(`PostgreSQL could not be started again: ${String(error)}`));

  return {
    async stop() {
      isStopping = true;
      process.removeListener("exit", killOnExit);
      await server.stop();
      await watching;
    },
  };
}

function once(act: () => Promise<void>): () => Promise<void> {
  let done: Promise<void> | undefined;
  return () => {
    done ??= act();
    return done;
  };
}

/** `wanted` if nothing listens there (0: any free one). Asked before the start, so that the answer names the port. */
function freePort(wanted: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", () => reject(portTaken(wanted)));
    probe.listen(wanted, "127.0.0.1", () => {
      const address = probe.address();
      const port = typeof address === "object" && address !== null ? address.port : wanted;
      probe.close(() => resolve(port));
    });
  });
}
