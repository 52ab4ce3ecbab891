"use client";

import type { Permission, Role } from "@pronaflow/contract";
import { grantorRoles } from "@pronaflow/contract";
import type { Grantors } from "@pronaflow/contract/outputs/members";
import { useFormatter, useTranslations } from "next-intl";
import { permissionKey } from "./permission-key.ts";

// More names than these make no sentence.
const NAMED = 3;

/** The sentence on a missing permission: who can give it, by name where that is known, else by role. */
export function useWhy() {
  const t = useTranslations("access");
  const format = useFormatter();
  return (permission: Permission, people: Grantors["people"] = [], role?: Role): string => {
    const names = people.slice(0, NAMED).map(({ displayName }) => displayName);
    const roles = grantorRoles(permission).map((one) => t("someoneWith", { role: t(`role.${one}`) }));
    const missing = {
      permission: t(`permission.${permissionKey(permission)}`),
      grantedBy: format.list(names.length > 0 ? names : roles, { type: "disjunction" }),
    };
    return role ? t("missing", { ...missing, role: t(`role.${role}`) }) : t("refused", missing);
  };
}
