"use client";

import { THEMES } from "@pronaflow/app/shell/themes.tsx";
import { DropdownMenu } from "@pronaflow/ui/dropdown-menu";
import { MenuItem } from "@pronaflow/ui/menu-item";
import { MenuLabel } from "@pronaflow/ui/menu-label";
import { MenuSeparator } from "@pronaflow/ui/menu-separator";
import { SidebarButton } from "@pronaflow/ui/sidebar-button";
import { LogOut, ShieldCheck, UserRound } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useTheme } from "next-themes";
import { OwnAvatar } from "#features/pictures/own-avatar.tsx";
import { useMe } from "#session/use-me.ts";
import { useSignOut } from "./use-sign-out.ts";

/** Who is signed in, their pages, the theme, and the way out. */
export function AccountMenu() {
  const t = useTranslations("shell");
  const app = useTranslations("app");
  const { theme, setTheme } = useTheme();
  const { user } = useMe();
  const signOut = useSignOut();
  return (
    <DropdownMenu
      side="top"
      align="start"
      className="w-60"
      trigger={
        <SidebarButton
          purpose={t("accountMenu")}
          leading={<OwnAvatar />}
          title={user.displayName}
          detail={user.email}
        />
      }
    >
      <MenuItem icon={<UserRound aria-hidden />} link={<Link href="/account" />}>
        {t("profile")}
      </MenuItem>
      <MenuItem icon={<ShieldCheck aria-hidden />} link={<Link href="/account/security" />}>
        {t("security")}
      </MenuItem>
      <MenuSeparator />
      <MenuLabel>{app("theme")}</MenuLabel>
      {THEMES.map(({ name, icon }) => (
        <MenuItem key={name} icon={icon} isCurrent={theme === name} onSelect={() => setTheme(name)}>
          {app(name)}
        </MenuItem>
      ))}
      <MenuSeparator />
      <MenuItem icon={<LogOut aria-hidden />} onSelect={signOut}>
        {t("signOut")}
      </MenuItem>
    </DropdownMenu>
  );
}
