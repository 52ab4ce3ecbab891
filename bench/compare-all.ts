import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { createServer } from "node:net";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { withTemporaryProduct } from "../tooling/suites/temporary-product.ts";
import type { Rounds } from "./compare.ts";
import { compare, kindsOf } from "./compare.ts";
import { measureDoors } from "./doors.ts";
import { Judgement } from "./judgement.ts";
import { measureLargeTenants } from "./large.ts";
import type { Subject } from "./load.ts";
import { measure } from "./load.ts";
import { preparePeer } from "./peer.ts";
import { measureHashing, prepareBare, prepareProduct } from "./subjects.ts";

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
      const [list, theirList] = await compare("Workspace list, 32 connections", at(32), [ours.list, peer.list]);
      judged.atLeast("workspace list × the peer", 8, list.requestsPerSecond / theirList.requestsPerSecond);
      await signIns(ours.signIn, peer.signIn);
      const [many, theirMany] = await compare("Session check, 1,000 connections", at(1000), [ours.me, peer.session]);
      judged.atMost("errors at 1,000 connections", 0, many.errors);
      judged.atLeast("1,000 connections × the peer", 6, many.requestsPerSecond / theirMany.requestsPerSecond);
      await measureLargeTenants(product, { ...ours.large, peer: await peer.fillOrganization() }, judged);
    } finally {
      bare.stop();
      peer.stop();
    }
  },
  { TRUSTED_PROXIES: "127.0.0.0/8", LOG_LEVEL: "error" },
);
judged.print();

function at(connections: number): Rounds {
  return { connections, rounds: ROUNDS, seconds: SECONDS };
}

async function sessionCheck(connections: number, subjects: [Subject, Subject, Subject, Subject]): Promise<void> {
  const [me, theirs] = await compare(`Session check (auth.me), ${connections} connections`, at(connections), subjects);
  judged.atLeast("session check × the peer", 7, me.requestsPerSecond / theirs.requestsPerSecond);
  judged.atMost("session check: CPU ÷ the peer's", 0.14, me.cpuMsPerRequest / theirs.cpuMsPerRequest);
}

async function signIns(ours: Subject, theirs: Subject): Promise<void> {
  const limits: number[] = [];
  const [mine, peers] = await compare("Sign-in, 16 connections", at(16), [ours, theirs], async () => {
    limits.push(await measureHashing(SECONDS));
  });
  const limit = limits.sort((a, b) => a - b)[Math.floor(limits.length / 2)] ?? 0;
  console.log(`  the hashing limit of this machine: ${limit.toFixed(0)}/s`);
  judged.atLeast("sign-in × the peer", 10, mine.requestsPerSecond / peers.requestsPerSecond);
  judged.atLeast("sign-in ÷ the hashing limit", 0.75, mine.requestsPerSecond / limit);
  judged.atLeast("sign-ins a second (G3)", 30, mine.requestsPerSecond);
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
