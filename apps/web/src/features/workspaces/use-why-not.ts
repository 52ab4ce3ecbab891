import type { Permission, Role } from "@pronaflow/contract";
import { can, rolesWith } from "@pronaflow/contract";
import { useFormatter, useTranslations } from "next-intl";
import { permissionKey } from "./permission-key.ts";

/** Why a role may not do something, and whom to ask; null where it may. */
export function useWhyNot(role: Role): (permission: Permission) => string | null {
  const t = useTranslations("access");
  const format = useFormatter();
  return (permission) => {
    if (can(role, permission)) return null;
    const holders = rolesWith(permission).map((holder) => t("someoneWith", { role: t(`role.${holder}`) }));
    return t("missing", {
      role: t(`role.${role}`),
      permission: t(`permission.${permissionKey(permission)}`),
      grantedBy: format.list(holders, { type: "disjunction" }),
    });
  };
}
