"use client";

import { NavGroup } from "@pronaflow/ui/nav-group";
import { NavItem } from "@pronaflow/ui/nav-item";
import { BookOpen, LayoutDashboard, ScrollText, Settings, UserRound, Users } from "lucide-react";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { useTranslations } from "next-intl";
import { useMe } from "#session/use-me.ts";
import { useCurrentSlug } from "./use-current-slug.ts";

/** The places of the workspace one is in (else the one used last), and the account. */
export function ShellNav() {
  const t = useTranslations("shell");
  const path = usePathname();
  const { workspaces, lastWorkspaceSlug } = useMe();
  const current = useCurrentSlug();
  const workspace =
    workspaces.find(({ slug }) => slug === (current ?? lastWorkspaceSlug)) ?? (current ? null : workspaces[0]);
  const home = workspace ? `/w/${workspace.slug}` : null;
  return (
    <>
      {home && workspace ? (
        <NavGroup title={workspace.name}>
          <NavItem as={Link} href={home} icon={<LayoutDashboard aria-hidden />} isCurrent={path === home}>
            {t("overview")}
          </NavItem>
          <NavItem
            as={Link}
            href={`${home}/members`}
            icon={<Users aria-hidden />}
            isCurrent={path === `${home}/members` || path.startsWith(`${home}/members/`)}
          >
            {t("members")}
          </NavItem>
          <NavItem
            as={Link}
            href={`${home}/settings`}
            icon={<Settings aria-hidden />}
            isCurrent={path === `${home}/settings` || path.startsWith(`${home}/settings/`)}
          >
            {t("settings")}
          </NavItem>
          <NavItem as={Link} href={`${home}/log`} icon={<ScrollText aria-hidden />} isCurrent={path === `${home}/log`}>
            {t("log")}
          </NavItem>
        </NavGroup>
      ) : null}
      <NavGroup title={t("accountGroup")}>
        <NavItem
          as={Link}
          href="/account"
          icon={<UserRound aria-hidden />}
          isCurrent={path === "/account" || path.startsWith("/account/")}
        >
          {t("yourAccount")}
        </NavItem>
        <NavItem href="/docs/api" icon={<BookOpen aria-hidden />}>
          {t("apiReference")}
        </NavItem>
      </NavGroup>
    </>
  );
}
