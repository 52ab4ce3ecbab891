"use client";

import { THEMES } from "@pronaflow/app/shell/themes.tsx";
import { Avatar } from "@pronaflow/ui/avatar";
import type { CommandGroup } from "@pronaflow/ui/command-dialog";
import { BookOpen, LayoutDashboard, LogOut, Plus, ScrollText, Settings, Users } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useTheme } from "next-themes";
import { ACCOUNT_PAGES } from "#features/account/account-pages.tsx";
import { useMe } from "#session/use-me.ts";
import { useCurrentSlug } from "./use-current-slug.ts";
import { useSignOut } from "./use-sign-out.ts";

/** What the palette offers from where one is. */
export function usePaletteGroups(): CommandGroup[] {
  const t = useTranslations("shell");
  const app = useTranslations("app");
  const router = useRouter();
  const { setTheme } = useTheme();
  const signOut = useSignOut();
  const { workspaces } = useMe();
  const slug = useCurrentSlug();
  const go = (href: string) => () => router.push(href);

  const here = slug
    ? [
        { id: "overview", label: t("overview"), icon: <LayoutDashboard aria-hidden />, onSelect: go(`/w/${slug}`) },
        { id: "members", label: t("members"), icon: <Users aria-hidden />, onSelect: go(`/w/${slug}/members`) },
        { id: "settings", label: t("settings"), icon: <Settings aria-hidden />, onSelect: go(`/w/${slug}/settings`) },
        { id: "log", label: t("log"), icon: <ScrollText aria-hidden />, onSelect: go(`/w/${slug}/log`) },
      ]
    : [];
  return [
    {
      heading: t("goTo"),
      items: [
        ...here,
        ...ACCOUNT_PAGES.map(({ id, href, icon }) => ({ id, label: t(id), icon, onSelect: go(href) })),
        {
          id: "docs",
          label: t("apiReference"),
          icon: <BookOpen aria-hidden />,
          onSelect: () => window.location.assign("/docs/api"),
        },
      ],
    },
    {
      heading: t("yourWorkspaces"),
      items: workspaces.map((workspace) => ({
        id: workspace.id,
        label: workspace.name,
        keywords: [workspace.slug],
        icon: <Avatar name={workspace.name} seed={workspace.id} shape="square" size="sm" />,
        onSelect: go(`/w/${workspace.slug}`),
      })),
    },
    {
      heading: t("actions"),
      items: [
        { id: "create", label: t("createWorkspace"), icon: <Plus aria-hidden />, onSelect: go("/workspaces/new") },
        ...THEMES.map(({ name, icon }) => ({
          id: `theme-${name}`,
          label: t("themeTo", { theme: app(name) }),
          icon,
          onSelect: () => setTheme(name),
        })),
        { id: "sign-out", label: t("signOut"), icon: <LogOut aria-hidden />, onSelect: signOut },
      ],
    },
  ].filter((group) => group.items.length > 0);
}
