"use client";

import { systemRolesWith } from "@pronaflow/contract";
import { useFormatter, useTranslations } from "next-intl";
import { useMe } from "#session/use-me.ts";

/** Why whoever is signed in may not name admins; null where they may. */
export function useNamingRefused(): string | null {
  const access = useTranslations("access");
  const format = useFormatter();
  const { user, permissions } = useMe();
  if (permissions.includes("admins.name")) return null;
  const holders = systemRolesWith("admins.name").map((role) => access(`systemRole.${role}`));
  return access("namingRefused", {
    role: access(`systemRole.${user.systemRole}`),
    grantedBy: format.list(holders, { type: "disjunction" }),
  });
}
