"use client";

import { SearchMenu } from "@pronaflow/ui/search-menu";
import { SidebarButton } from "@pronaflow/ui/sidebar-button";
import { ArchiveRestore, Layers, Plus } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { WorkspaceMark } from "#features/pictures/workspace-mark.tsx";
import { useMe } from "#session/use-me.ts";
import { useCurrentSlug } from "./use-current-slug.ts";

/** Where one is, and the way to any other workspace: by typing, by keys, or by making one. */
export function WorkspaceSwitcher() {
  const t = useTranslations("shell");
  const role = useTranslations("access.role");
  const router = useRouter();
  const { workspaces } = useMe();
  const slug = useCurrentSlug();
  const current = workspaces.find((workspace) => workspace.slug === slug);
  const title = current?.name ?? (workspaces.length > 0 ? t("chooseWorkspace") : t("noWorkspace"));
  return (
    <SearchMenu
      trigger={
        <SidebarButton
          purpose={t("switcher")}
          leading={
            current ? (
              <WorkspaceMark id={current.id} name={current.name} />
            ) : (
              <span
                aria-hidden
                className="grid size-8 shrink-0 place-items-center rounded-sm border text-muted-foreground"
              >
                <Layers className="size-4" />
              </span>
            )
          }
          title={title}
          detail={current ? role(current.role) : undefined}
        />
      }
      labels={{
        menu: t("switcher"),
        placeholder: t("findWorkspace"),
        heading: t("yourWorkspaces"),
        empty: t("noWorkspaceFound"),
      }}
      items={workspaces.map((workspace) => ({
        id: workspace.id,
        label: workspace.name,
        keywords: [workspace.slug],
        icon: <WorkspaceMark id={workspace.id} name={workspace.name} size="sm" />,
        aside: role(workspace.role),
        isCurrent: workspace.slug === slug,
        onSelect: () => router.push(`/w/${workspace.slug}`),
      }))}
      acts={[
        {
          id: "create-workspace",
          label: t("createWorkspace"),
          icon: <Plus aria-hidden />,
          onSelect: () => router.push("/workspaces/new"),
        },
        {
          id: "recently-deleted",
          label: t("recentlyDeleted"),
          icon: <ArchiveRestore aria-hidden />,
          onSelect: () => router.push("/workspaces/deleted"),
        },
      ]}
    />
  );
}
