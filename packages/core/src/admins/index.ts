export { changeSystemRole } from "./change-system-role.ts";
export { findCandidate, listAdmins } from "./queries.ts";
