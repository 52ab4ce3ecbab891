"use client";

import type { Permission } from "@pronaflow/contract";
import type { WorkspaceDetail } from "@pronaflow/contract/outputs/workspaces";
import { Button } from "@pronaflow/ui/button";
import Link from "next/link";
import { AskButton } from "./ask-button.tsx";
import { useCan } from "./use-can.ts";

interface PermittedLinkProps {
  workspace: Pick<WorkspaceDetail, "id" | "role">;
  permission: Permission;
  href: string;
  label: string;
}

/** A button that leads to where a permission is needed; without it, why it does not, and the way to ask. */
export function PermittedLink({ workspace, permission, href, label }: PermittedLinkProps) {
  const { whyNot } = useCan(workspace, permission);
  if (!whyNot)
    return (
      <Button asChild>
        <Link href={href}>{label}</Link>
      </Button>
    );
  return (
    <span className="flex flex-wrap gap-2">
      <AskButton workspace={workspace} permission={permission} variant="ghost" />
      <Button disabledReason={whyNot}>{label}</Button>
    </span>
  );
}
