export type { Authenticator } from "./authenticator.ts";
export { codeOf, nextCode } from "./authenticator.ts";
export { waitUntilInteractive } from "./wait-until-interactive.ts";
