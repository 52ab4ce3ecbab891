import { openHashingProcess } from "./open-hashing-process.ts";

// A server that hashes once and then has nothing to do but to be asked to end: its hashing process must not outlive it.
const engine = openHashingProcess(1);
await engine.hash("a", { memoryCost: 1024, timeCost: 1, parallelism: 1 });
process.send?.(engine.pid);
