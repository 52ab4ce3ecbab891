export type { Authenticated } from "./authenticate-request.ts";
export { authenticateRequest } from "./authenticate-request.ts";
export { endSessions } from "./end-sessions.ts";
export { listSessions } from "./queries.ts";
export type { AccountRow, SessionRow } from "./records.ts";
export { revokeSession } from "./revoke-session.ts";
export { revokeSessions } from "./revoke-sessions.ts";
