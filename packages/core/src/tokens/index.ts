export { createToken } from "./create-token.ts";
export { listTokens } from "./queries.ts";
export { revokeToken } from "./revoke-token.ts";
