"use client";

import type { Role } from "@pronaflow/contract";
import { NavItem } from "@pronaflow/ui/nav-item";
import { ScrollText } from "lucide-react";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { useTranslations } from "next-intl";
import { useWhyNot } from "#features/workspaces/use-why-not.ts";

interface LogNavItemProps {
  /** The workspace's address. */
  home: string;
  role: Role;
}

/** The way to the access log; to those who may not see it, why. */
export function LogNavItem({ home, role }: LogNavItemProps) {
  const t = useTranslations("shell");
  const path = usePathname();
  const whyNot = useWhyNot(role);
  return (
    <NavItem
      as={Link}
      href={`${home}/log`}
      icon={<ScrollText aria-hidden />}
      isCurrent={path === `${home}/log`}
      disabledReason={whyNot("audit.view")}
    >
      {t("log")}
    </NavItem>
  );
}
