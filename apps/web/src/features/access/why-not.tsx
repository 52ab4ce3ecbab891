"use client";

import type { Permission } from "@pronaflow/contract";
import type { WorkspaceDetail } from "@pronaflow/contract/outputs/workspaces";
import { useCan } from "./use-can.ts";

interface WhyNotProps {
  workspace: Pick<WorkspaceDetail, "id" | "role">;
  permission: Permission;
}

/** The sentence on a permission that one's role lacks; nothing where it is held. */
export function WhyNot({ workspace, permission }: WhyNotProps) {
  return useCan(workspace, permission).whyNot;
}
