export type { Authenticator } from "./authenticator.ts";
export { nextCode } from "./authenticator.ts";
export { waitUntilInteractive } from "./wait-until-interactive.ts";
