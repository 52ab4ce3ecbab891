import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { withTemporaryProduct } from "../tooling/suites/temporary-product.ts";
import type { Measured, Subject } from "./load.ts";
import { measure } from "./load.ts";
import { prepareBare, preparePeer, prepareProduct } from "./subjects.ts";

const SECONDS = Number(process.env.BENCH_SECONDS ?? 4);
const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 3);
const peers = import.meta.dirname;

installPeers();
await withTemporaryProduct(
  async (product) => {
    const ours = await prepareProduct(product);
    const bare = await prepareBare(product, ours.sessionHash);
    const peer = await preparePeer(product, await freePort());
    try {
      await compare("Session check (auth.me), 32 connections", 32, [ours.me, peer.session, ours.ping, bare.select]);
      await compare("Workspace list, 32 connections", 32, [ours.list, peer.list]);
      await compare("Sign-in, 16 connections", 16, [ours.signIn, peer.signIn]);
      await compare("Session check, 1,000 connections", 1000, [ours.me, peer.session]);
      await storm(ours.me, ours.signIn);
    } finally {
      bare.stop();
      peer.stop();
    }
  },
  { TRUSTED_PROXIES: "127.0.0.0/8", LOG_LEVEL: "error" },
);

/** Interleaved rounds, so that the machine's moods hit every subject; medians, and ratios to the peer. */
async function compare(title: string, connections: number, subjects: Subject[]): Promise<void> {
  const rounds = new Map<string, Measured[]>(subjects.map(({ name }) => [name, []]));
  for (const subject of subjects) await measure(subject, { seconds: 1, connections: Math.min(connections, 32) });
  for (let round = 0; round < ROUNDS; round++) {
    for (const subject of subjects)
      rounds.get(subject.name)?.push(await measure(subject, { seconds: SECONDS, connections }));
  }
  const medians = new Map([...rounds].map(([name, all]) => [name, median(all)]));
  const first = medians.get(subjects[0]?.name ?? "");
  console.log(`\n${title}`);
  for (const [name, measured] of medians) {
    const rate = first ? first.requestsPerSecond / measured.requestsPerSecond : 1;
    const cpu = first ? first.cpuMsPerRequest / measured.cpuMsPerRequest : 1;
    console.log(
      `  ${name.padEnd(44)} ${measured.requestsPerSecond.toFixed(0).padStart(6)}/s  ${measured.cpuMsPerRequest.toFixed(2).padStart(7)} ms CPU` +
        `  p50 ${measured.p50Ms.toFixed(1)} p99 ${measured.p99Ms.toFixed(1)} ms  errors ${measured.errors}` +
        `  → ours is ${rate.toFixed(2)} × at ${cpu.toFixed(2)} × its CPU`,
    );
  }
}

/** Session reads on their own, then while 64 clients sign in without pause. */
async function storm(read: Subject, signIn: Subject): Promise<void> {
  const quiet = await measure(read, { seconds: SECONDS, connections: 8 });
  const [during, signIns] = await Promise.all([
    measure(read, { seconds: SECONDS, connections: 8 }),
    measure(signIn, { seconds: SECONDS, connections: 64 }),
  ]);
  console.log("\nSign-in storm: 64 clients sign in without pause");
  console.log(
    `  reads keep ${((during.requestsPerSecond / quiet.requestsPerSecond) * 100).toFixed(0)} % of their quiet rate`,
  );
  console.log(
    `  p99 of reads ${(during.p99Ms / quiet.p99Ms).toFixed(2)} × quiet (${quiet.p99Ms.toFixed(1)} → ${during.p99Ms.toFixed(1)} ms)`,
  );
  console.log(
    `  sign-ins meanwhile ${signIns.requestsPerSecond.toFixed(0)}/s, errors ${signIns.errors} (429 and 503 count)`,
  );
}

function median(all: Measured[]): Measured {
  const middle = (pick: (one: Measured) => number) =>
    all.map(pick).sort((a, b) => a - b)[Math.floor(all.length / 2)] ?? 0;
  return {
    requestsPerSecond: middle((one) => one.requestsPerSecond),
    cpuMsPerRequest: middle((one) => one.cpuMsPerRequest),
    p50Ms: middle((one) => one.p50Ms),
    p99Ms: middle((one) => one.p99Ms),
    errors: all.reduce((sum, one) => sum + one.errors, 0),
  };
}

function installPeers(): void {
  if (existsSync(join(peers, "node_modules/better-auth"))) return;
  console.log("· installing the peers (once)");
  const { status } = spawnSync("npm", ["install", "--no-audit", "--no-fund", "--no-package-lock"], {
    cwd: peers,
    stdio: "inherit",
  });
  if (status !== 0) throw new Error("The peers could not be installed.");
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() =>
        address && typeof address === "object" ? resolve(address.port) : reject(new Error("no port")),
      );
    });
  });
}
