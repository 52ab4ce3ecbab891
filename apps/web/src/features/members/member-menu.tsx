"use client";

import { mayManage } from "@pronaflow/contract";
import type { Member } from "@pronaflow/contract/outputs/members";
import type { WorkspaceDetail } from "@pronaflow/contract/outputs/workspaces";
import { Button } from "@pronaflow/ui/button";
import { DropdownMenu } from "@pronaflow/ui/dropdown-menu";
import { MenuItem } from "@pronaflow/ui/menu-item";
import { Ellipsis } from "lucide-react";
import { useTranslations } from "next-intl";
import { useWhyNot } from "#features/workspaces/use-why-not.ts";
import { useMe } from "#session/use-me.ts";
import type { MemberAct } from "./member-act.ts";

interface MemberMenuProps {
  workspace: WorkspaceDetail;
  member: Member;
  onAct: (act: MemberAct) => void;
}

/** What may be done to a member; what may not says why. */
export function MemberMenu({ workspace, member, onAct }: MemberMenuProps) {
  const t = useTranslations("members");
  const role = useTranslations("access.role");
  const whyNot = useWhyNot(workspace.role);
  const isSelf = useMe().user.id === member.accountId;
  const above = mayManage(workspace.role, member.role) ? null : t("above", { role: role(member.role) });
  const sole = member.isSoleOwner ? t("soleOwner") : null;
  const why = whyNot("members.update") ?? above;
  const begin = (kind: MemberAct["kind"]) => () => onAct({ kind, member });
  const onlyGuests = member.role === "GUEST" ? null : t("onlyGuests");
  const isActive = member.state === "ACTIVE";
  return (
    <DropdownMenu
      trigger={
        <Button variant="ghost" size="icon-sm" aria-label={t("menuOf", { name: member.displayName })}>
          <Ellipsis aria-hidden />
        </Button>
      }
    >
      <MenuItem onSelect={begin("role")} disabledReason={why ?? sole}>
        {t("changeRole")}
      </MenuItem>
      <MenuItem onSelect={begin("end")} disabledReason={why ?? onlyGuests}>
        {t("setEnd")}
      </MenuItem>
      {isSelf ? (
        <MenuItem danger onSelect={begin("leave")} disabledReason={sole}>
          {t("leave")}
        </MenuItem>
      ) : (
        <>
          <MenuItem onSelect={begin(isActive ? "deactivate" : "reactivate")} disabledReason={why ?? sole}>
            {t(isActive ? "deactivate" : "reactivate")}
          </MenuItem>
          <MenuItem danger onSelect={begin("remove")} disabledReason={whyNot("members.remove") ?? above ?? sole}>
            {t("remove")}
          </MenuItem>
        </>
      )}
    </DropdownMenu>
  );
}
