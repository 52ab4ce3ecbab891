"use client";

import type { SystemPermission } from "@pronaflow/contract";
import { SYSTEM_ROLES, systemRolesWith } from "@pronaflow/contract";
import type { AccountDetail } from "@pronaflow/contract/outputs/accounts";
import { useFormatter, useTranslations } from "next-intl";
import { useMe } from "#session/use-me.ts";
import type { AccountAct } from "./account-act.ts";

/** Why whoever is signed in may not do something to an account; null where they may. The server asks the same again. */
export function useWhyNot(account: AccountDetail): (kind: AccountAct["kind"]) => string | null {
  const t = useTranslations("accounts.whyNot");
  const access = useTranslations("access");
  const format = useFormatter();
  const { user, permissions } = useMe();

  return (kind) => {
    const permission: SystemPermission =
      kind === "endSessions" || kind === "endSession" ? "accounts.end_sessions" : "accounts.suspend";
    if (!permissions.includes(permission)) {
      const holders = systemRolesWith(permission).map((role) => access(`systemRole.${role}`));
      return t("permission", {
        role: access(`systemRole.${user.systemRole}`),
        grantedBy: format.list(holders, { type: "disjunction" }),
      });
    }
    if (account.status === "DELETED") return t("gone");
    if (account.id === user.id) return t("yours");
    const isBelow = SYSTEM_ROLES.indexOf(account.role) < SYSTEM_ROLES.indexOf(user.systemRole);
    if (user.systemRole !== "SUPERADMIN" && !isBelow) return t("reach");
    if (kind === "suspend" && account.isLastSuperadmin) return t("last");
    return kind === "endSessions" && account.sessions.length === 0 ? t("noSessions") : null;
  };
}
