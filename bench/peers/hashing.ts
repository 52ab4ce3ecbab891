import { createRequire } from "node:module";
import { availableParallelism } from "node:os";

// The limit of hashing: argon2id at the product's cost on every core, with nothing around it.
const { hash, verify } = createRequire(new URL("../../packages/auth/package.json", import.meta.url))("@node-rs/argon2");
const known: string = await hash("Quiet-Harbour-Lantern-42", { memoryCost: 19_456, timeCost: 2, parallelism: 1 });
const startedAt = performance.now();
const endAt = startedAt + Number(process.argv[2]) * 1000;
let hashed = 0;
const work = async () => {
  while (performance.now() < endAt) {
    await verify(known, "Quiet-Harbour-Lantern-42");
    hashed++;
  }
};
await Promise.all(Array.from({ length: availableParallelism() }, work));
process.send?.({ perSecond: (hashed / (performance.now() - startedAt)) * 1000 });
process.disconnect();
