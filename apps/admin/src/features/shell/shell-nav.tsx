"use client";

import { NavGroup } from "@pronaflow/ui/nav-group";
import { NavItem } from "@pronaflow/ui/nav-item";
import { Building2, ShieldAlert } from "lucide-react";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { useTranslations } from "next-intl";

/** The rooms of the console. */
export function ShellNav() {
  const t = useTranslations("shell");
  const path = usePathname();
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
        href="/incidents"
        icon={<ShieldAlert aria-hidden />}
        isCurrent={path === "/incidents" || path.startsWith("/incidents/")}
      >
        {t("incidents")}
      </NavItem>
    </NavGroup>
  );
}
