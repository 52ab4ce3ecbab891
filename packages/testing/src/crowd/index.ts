export { unaudited } from "./audited.ts";
export type { Crowd } from "./crowd.ts";
export { gather } from "./crowd.ts";
export { mingle } from "./mingle.ts";
export { contradictions } from "./replay.ts";
