export { ageProof } from "./age-proof.ts";
export type { Authenticator } from "./authenticator.ts";
export { codeOf, nextCode } from "./authenticator.ts";
export { noteSecrets, watchSecrets } from "./note-secrets.ts";
export type { RunSecret } from "./secrets-in.ts";
export { secretsIn } from "./secrets-in.ts";
export type { VirtualPasskeys } from "./virtual-passkeys.ts";
export { addVirtualPasskeys } from "./virtual-passkeys.ts";
export { waitUntilInteractive } from "./wait-until-interactive.ts";
