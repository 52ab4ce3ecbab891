import type { WorkspaceAction } from "@pronaflow/contract";
import { WORKSPACE_ACTIONS } from "@pronaflow/contract";

/** The kinds of act one can ask for, in their order. */
export const KINDS = ["entered", "people", "ownership", "settings", "lifecycle", "exports"] as const;
export type Kind = (typeof KINDS)[number];

type Noun = WorkspaceAction extends infer Action ? (Action extends `${infer Name}.${string}` ? Name : never) : never;

const KIND_OF: Record<Noun, Kind> = {
  access_log: "exports",
  billing: "settings",
  branding: "settings",
  heir: "ownership",
  invitation: "people",
  logo: "settings",
  member: "people",
  ownership: "ownership",
  permission: "people",
  policy: "settings",
  settings: "settings",
  workspace: "lifecycle",
};

/** The acts of a kind. */
export function actionsOf(kind: Kind): WorkspaceAction[] {
  return WORKSPACE_ACTIONS.filter((action) => kindOf(action) === kind);
}

function kindOf(action: WorkspaceAction): Kind {
  if (action === "workspace.opened") return "entered";
  if (action === "workspace.updated") return "settings";
  return KIND_OF[action.slice(0, action.indexOf(".")) as Noun];
}
