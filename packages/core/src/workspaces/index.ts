export { createWorkspace } from "./create-workspace.ts";
export { deleteWorkspace } from "./delete-workspace.ts";
export { openWorkspace } from "./open-workspace.ts";
export { findWorkspace, findWorkspaceBySlug, getImpact, listDeletedWorkspaces, listWorkspaces } from "./queries.ts";
export { MAX_OWNED_WORKSPACES, RESTORE_DAYS } from "./rules.ts";
export { undeleteWorkspace } from "./undelete-workspace.ts";
export { updateWorkspace } from "./update-workspace.ts";
