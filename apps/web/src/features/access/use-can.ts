"use client";

import type { Permission } from "@pronaflow/contract";
import { can } from "@pronaflow/contract";
import type { WorkspaceDetail } from "@pronaflow/contract/outputs/workspaces";
import { useGrantors } from "./use-grantors.ts";
import { useWhy } from "./use-why.ts";

interface Can {
  isHeld: boolean;
  /** Why it cannot be done, and who can give the permission; null where it is held. */
  whyNot: string | null;
}

/** Whether one's role in a workspace holds a permission. */
export function useCan({ id, role }: Pick<WorkspaceDetail, "id" | "role">, permission: Permission): Can {
  const isHeld = can(role, permission);
  const grantors = useGrantors(id, permission, !isHeld);
  const why = useWhy();
  return { isHeld, whyNot: isHeld ? null : why(permission, grantors.data?.people, role) };
}
