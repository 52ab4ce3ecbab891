import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { createServer } from "node:net";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { withTemporaryProduct } from "../tooling/suites/temporary-product.ts";
import { measureDoors } from "./doors.ts";
import { Judgement } from "./judgement.ts";
import type { Measured, Subject } from "./load.ts";
import { measure } from "./load.ts";
import { measureHashing, prepareBare, preparePeer, prepareProduct } from "./subjects.ts";

const SECONDS = Number(process.env.BENCH_SECONDS ?? 4);
const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 3);
const TRIES = Number(process.env.BENCH_TRIES ?? 300);
const peers = import.meta.dirname;

installPeers();
const judged = new Judgement();
await withTemporaryProduct(
  async (product) => {
    const ours = await prepareProduct(product);
    for (const { door, apartMs } of await measureDoors(product, TRIES))
      judged.atMost(`${door}: its answers are apart, ms`, 3, apartMs);
    const bare = await prepareBare(product, ours.sessionHash);
    const peer = await preparePeer(product, await freePort());
    console.log(`\n${availableParallelism()} cores, Node ${process.version}, better-auth ${peer.version}`);
    try {
      // The storm first: everything after it may be measured on a warmer machine, ratios are not hurt by that.
      await storm(ours.me, ours.signIn);
      await sessionCheck(32, [ours.me, peer.session, ours.ping, bare.select]);
      const [list, theirList] = await compare("Workspace list, 32 connections", 32, [ours.list, peer.list]);
      judged.atLeast("workspace list × the peer", 8, list.requestsPerSecond / theirList.requestsPerSecond);
      await signIns(ours.signIn, peer.signIn);
      const [many, theirMany] = await compare("Session check, 1,000 connections", 1000, [ours.me, peer.session]);
      judged.atMost("errors at 1,000 connections", 0, many.errors);
      judged.atLeast("1,000 connections × the peer", 6, many.requestsPerSecond / theirMany.requestsPerSecond);
    } finally {
      bare.stop();
      peer.stop();
    }
  },
  { TRUSTED_PROXIES: "127.0.0.0/8", LOG_LEVEL: "error" },
);
judged.print();

async function sessionCheck(connections: number, subjects: [Subject, Subject, Subject, Subject]): Promise<void> {
  const [me, theirs] = await compare(`Session check (auth.me), ${connections} connections`, connections, subjects);
  judged.atLeast("session check × the peer", 7, me.requestsPerSecond / theirs.requestsPerSecond);
  judged.atMost("session check: CPU ÷ the peer's", 0.14, me.cpuMsPerRequest / theirs.cpuMsPerRequest);
}

async function signIns(ours: Subject, theirs: Subject): Promise<void> {
  const limits: number[] = [];
  const [mine, peers] = await compare("Sign-in, 16 connections", 16, [ours, theirs], async () => {
    limits.push(await measureHashing(SECONDS));
  });
  const limit = limits.sort((a, b) => a - b)[Math.floor(limits.length / 2)] ?? 0;
  console.log(`  the hashing limit of this machine: ${limit.toFixed(0)}/s`);
  judged.atLeast("sign-in × the peer", 10, mine.requestsPerSecond / peers.requestsPerSecond);
  judged.atLeast("sign-in ÷ the hashing limit", 0.75, mine.requestsPerSecond / limit);
  judged.atLeast("sign-ins a second (G3)", 30, mine.requestsPerSecond);
}

/** Interleaved rounds, so that the machine's moods hit every subject; medians, and ratios to the first. */
async function compare<Subjects extends Subject[]>(
  title: string,
  connections: number,
  subjects: [...Subjects],
  eachRound?: () => Promise<void>,
): Promise<{ [Index in keyof Subjects]: Measured }> {
  const rounds: Measured[][] = subjects.map(() => []);
  for (const subject of subjects) await measure(subject, { seconds: 1, connections: Math.min(connections, 32) });
  for (let round = 0; round < ROUNDS; round++) {
    for (const [index, subject] of subjects.entries())
      rounds[index]?.push(await measure(subject, { seconds: SECONDS, connections }));
    await eachRound?.();
  }
  const medians = rounds.map(median) as { [Index in keyof Subjects]: Measured };
  console.log(`\n${title}`);
  for (const [index, measured] of medians.entries()) printRow(subjects[index]?.name ?? "", measured, medians[0]);
  return medians;
}

function printRow(name: string, measured: Measured, first: Measured | undefined): void {
  const rate = first ? first.requestsPerSecond / measured.requestsPerSecond : 1;
  const cpu = first ? first.cpuMsPerRequest / measured.cpuMsPerRequest : 1;
  console.log(
    `  ${name.padEnd(44)} ${measured.requestsPerSecond.toFixed(0).padStart(6)}/s  ${measured.cpuMsPerRequest.toFixed(2).padStart(7)} ms CPU` +
      `  p50 ${measured.p50Ms.toFixed(1)} p99 ${measured.p99Ms.toFixed(1)} ms  errors ${measured.errors}${kindsOf(measured)}` +
      `  → ours is ${rate.toFixed(2)} × at ${cpu.toFixed(2)} × its CPU`,
  );
}

function kindsOf({ kinds }: Measured): string {
  const said = Object.entries(kinds).map(([kind, count]) => `${kind}: ${count}`);
  return said.length > 0 ? ` (${said.join(", ")})` : "";
}

/** Session reads on their own, then while 64 clients sign in without pause. */
async function storm(read: Subject, signIn: Subject): Promise<void> {
  await measure(read, { seconds: 2, connections: 8 });
  await measure(signIn, { seconds: 2, connections: 16 });
  const quiet = await measure(read, { seconds: SECONDS, connections: 8 });
  const [during, signIns] = await Promise.all([
    measure(read, { seconds: SECONDS * 2, connections: 8 }),
    measure(signIn, { seconds: SECONDS * 2, connections: 64 }),
  ]);
  const kept = during.requestsPerSecond / quiet.requestsPerSecond;
  const slower = during.p99Ms / quiet.p99Ms;
  console.log("\nSign-in storm: 64 clients sign in without pause");
  console.log(
    `  reads ${quiet.requestsPerSecond.toFixed(0)} → ${during.requestsPerSecond.toFixed(0)}/s,` +
      ` p99 ${quiet.p99Ms.toFixed(1)} → ${during.p99Ms.toFixed(1)} ms, errors ${during.errors}${kindsOf(during)}`,
  );
  const served = signIns.requestsPerSecond * (1 - signIns.errors / Math.max(1, signIns.asked));
  console.log(
    `  sign-ins meanwhile ${served.toFixed(0)}/s, p50 ${signIns.p50Ms.toFixed(0)} ms, refused ${signIns.errors}${kindsOf(signIns)}`,
  );
  judged.atLeast("storm: reads keep of their quiet rate", 0.7, kept);
  judged.atMost("storm: p99 of reads ÷ quiet", 1.5, slower);
}

function median(all: Measured[]): Measured {
  const middle = (pick: (one: Measured) => number) =>
    all.map(pick).sort((a, b) => a - b)[Math.floor(all.length / 2)] ?? 0;
  return {
    requestsPerSecond: middle((one) => one.requestsPerSecond),
    cpuMsPerRequest: middle((one) => one.cpuMsPerRequest),
    p50Ms: middle((one) => one.p50Ms),
    p99Ms: middle((one) => one.p99Ms),
    asked: all.reduce((sum, one) => sum + one.asked, 0),
    errors: all.reduce((sum, one) => sum + one.errors, 0),
    kinds: all.reduce<Record<string, number>>((sum, { kinds }) => {
      for (const [kind, count] of Object.entries(kinds)) sum[kind] = (sum[kind] ?? 0) + count;
      return sum;
    }, {}),
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
