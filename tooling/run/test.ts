import { prepare } from "./prepare.ts";

await prepare();
await import("./run-suites.ts");
