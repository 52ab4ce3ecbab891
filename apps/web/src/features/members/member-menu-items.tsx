"use client";

import { mayManage } from "@pronaflow/contract";
import type { Member } from "@pronaflow/contract/outputs/members";
import type { WorkspaceDetail } from "@pronaflow/contract/outputs/workspaces";
import { MenuItem } from "@pronaflow/ui/menu-item";
import { useTranslations } from "next-intl";
import { useAsk } from "#features/access/asking.tsx";
import { useCan } from "#features/access/use-can.ts";
import { useMe } from "#session/use-me.ts";
import type { MemberAct } from "./member-act.ts";

interface MemberMenuItemsProps {
  workspace: WorkspaceDetail;
  member: Member;
  onAct: (act: MemberAct) => void;
}

/** What may be done to a member; what may not says why, and a role that may not do any of it is offered to ask. */
export function MemberMenuItems({ workspace, member, onAct }: MemberMenuItemsProps) {
  const t = useTranslations("members");
  const access = useTranslations("access");
  const ask = useAsk();
  const update = useCan(workspace, "members.update");
  const remove = useCan(workspace, "members.remove");
  const isSelf = useMe().user.id === member.accountId;
  const above = mayManage(workspace.role, member.role) ? null : t("above", { role: access(`role.${member.role}`) });
  const sole = member.isSoleOwner ? t("soleOwner") : null;
  const why = update.whyNot ?? above;
  const begin = (kind: MemberAct["kind"]) => () => onAct({ kind, member });
  const onlyGuests = member.role === "GUEST" ? null : t("onlyGuests");
  const isActive = member.state === "ACTIVE";
  return (
    <>
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
          <MenuItem danger onSelect={begin("remove")} disabledReason={remove.whyNot ?? above ?? sole}>
            {t("remove")}
          </MenuItem>
        </>
      )}
      {update.isHeld ? null : (
        <MenuItem onSelect={() => ask("members.update")}>
          {access("askNamed", { permission: access("permission.members_update") })}
        </MenuItem>
      )}
    </>
  );
}
