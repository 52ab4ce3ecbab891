"use client";

import type { Member } from "@pronaflow/contract/outputs/members";
import type { WorkspaceDetail } from "@pronaflow/contract/outputs/workspaces";
import { Button } from "@pronaflow/ui/button";
import { DropdownMenu } from "@pronaflow/ui/dropdown-menu";
import { Ellipsis } from "lucide-react";
import { useTranslations } from "next-intl";
import type { MemberAct } from "./member-act.ts";
import { MemberMenuItems } from "./member-menu-items.tsx";

interface MemberMenuProps {
  workspace: WorkspaceDetail;
  member: Member;
  onAct: (act: MemberAct) => void;
}

/** The button that opens what may be done to a member. */
export function MemberMenu({ workspace, member, onAct }: MemberMenuProps) {
  const t = useTranslations("members");
  return (
    <DropdownMenu
      trigger={
        <Button variant="ghost" size="icon-sm" aria-label={t("menuOf", { name: member.displayName })}>
          <Ellipsis aria-hidden />
        </Button>
      }
    >
      <MemberMenuItems workspace={workspace} member={member} onAct={onAct} />
    </DropdownMenu>
  );
}
