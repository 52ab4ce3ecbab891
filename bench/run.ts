import { prepare } from "../tooling/run/prepare.ts";

// `pnpm bench`: speed beside a peer and a floor, in one run, as ratios. BENCH_SECONDS and BENCH_ROUNDS make it longer.
await prepare();
await import("./compare-all.ts");
