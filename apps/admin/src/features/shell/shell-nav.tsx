"use client";

import { NavGroup } from "@pronaflow/ui/nav-group";
import { NavItem } from "@pronaflow/ui/nav-item";
import { Layers } from "lucide-react";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { useTranslations } from "next-intl";

/** What the console governs. */
export function ShellNav() {
  const t = useTranslations("shell");
  const path = usePathname();
  return (
    <NavGroup>
      <NavItem href="/workspaces" icon={<Layers aria-hidden />} isCurrent={path.startsWith("/workspaces")} as={Link}>
        {t("workspaces")}
      </NavItem>
    </NavGroup>
  );
}
