"use client";

import { NavGroup } from "@pronaflow/ui/nav-group";
import { NavItem } from "@pronaflow/ui/nav-item";
import { Building2, ShieldAlert, UserCog, UsersRound } from "lucide-react";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { useTranslations } from "next-intl";
import { useNamingRefused } from "#features/admins/use-naming-refused.ts";

/** The rooms of the console. */
export function ShellNav() {
  const t = useTranslations("shell");
  const path = usePathname();
  const namingRefused = useNamingRefused();
  return (
    <NavGroup title={t("govern")}>
      <NavItem
        as={Link}
        href="/workspaces"
        icon={<Building2 aria-hidden />}
        isCurrent={path === "/workspaces" || path.startsWith("/workspaces/")}
      >
        {t("workspaces")}
      </NavItem>
      <NavItem
        as={Link}
        href="/accounts"
        icon={<UsersRound aria-hidden />}
        isCurrent={path === "/accounts" || path.startsWith("/accounts/")}
      >
        {t("accounts")}
      </NavItem>
      <NavItem
        as={Link}
        href="/incidents"
        icon={<ShieldAlert aria-hidden />}
        isCurrent={path === "/incidents" || path.startsWith("/incidents/")}
      >
        {t("incidents")}
      </NavItem>
      <NavItem
        as={Link}
        href="/admins"
        icon={<UserCog aria-hidden />}
        isCurrent={path === "/admins"}
        disabledReason={namingRefused}
      >
        {t("admins")}
      </NavItem>
    </NavGroup>
  );
}
