export { createFront, type Front } from "./front.ts";
export type { InProcessApi } from "./in-process.ts";
export { DEFAULT_LIMITS, type Limits } from "./limits.ts";
export type { Call, FrontOptions, Pages } from "./options.ts";
export { type AppProgram, serveApp } from "./serve-app.ts";
