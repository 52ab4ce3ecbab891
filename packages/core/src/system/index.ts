export { createAdmin } from "./create-admin.ts";
export { createFirstAdmin } from "./create-first-admin.ts";
export { ensureFirstAdminLink } from "./ensure-first-admin-link.ts";
export { holdWorkspace } from "./hold-workspace.ts";
export { purgeWorkspace } from "./purge-workspace.ts";
export { findSystemWorkspace, listPurgeableWorkspaces, listSystemWorkspaces } from "./queries.ts";
export { releaseWorkspace } from "./release-workspace.ts";
export { restoreWorkspace } from "./restore-workspace.ts";
