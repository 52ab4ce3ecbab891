export { startGithub } from "./start-github.ts";
export type { HostileIssuer } from "./start-hostile-issuer.ts";
export { startHostileIssuer } from "./start-hostile-issuer.ts";
export type { OidcServer } from "./start-oidc-server.ts";
export { startOidcServer, TEST_CLIENT } from "./start-oidc-server.ts";
export { walkToCallback } from "./walk-to-callback.ts";
