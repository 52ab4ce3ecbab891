"use client";

import type { Permission } from "@pronaflow/contract";
import type { WorkspaceDetail } from "@pronaflow/contract/outputs/workspaces";
import { EmptyState } from "@pronaflow/ui/empty-state";
import { Lock } from "lucide-react";
import { AskButton } from "./ask-button.tsx";
import { useCan } from "./use-can.ts";

interface RefusedStateProps {
  workspace: WorkspaceDetail;
  permission: Permission;
}

/** Why a page shows nothing to one's role, and the way to ask. */
export function RefusedState({ workspace, permission }: RefusedStateProps) {
  const { whyNot } = useCan(workspace, permission);
  return (
    <EmptyState
      icon={<Lock aria-hidden />}
      title={whyNot}
      action={<AskButton workspace={workspace} permission={permission} />}
    />
  );
}
