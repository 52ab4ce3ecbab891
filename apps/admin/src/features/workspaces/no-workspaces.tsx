import { Button } from "@pronaflow/ui/button";
import { EmptyState } from "@pronaflow/ui/empty-state";
import { Building2, SearchX } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import type { WorkspacesState } from "./workspace-address.ts";
import { workspacesAddress } from "./workspace-address.ts";

/** What an empty list would show, and the way to all workspaces where something narrows it. */
export function NoWorkspaces({ state: { filter, q, trail } }: { state: WorkspacesState }) {
  const t = useTranslations("workspaces.list.empty");
  const isNarrowed = filter !== "all" || q !== "" || trail.length > 0;
  return (
    <EmptyState
      icon={q ? <SearchX aria-hidden /> : <Building2 aria-hidden />}
      title={q ? t("search", { q }) : t(filter)}
      description={q ? t("searchText") : t(`${filter}Text`)}
      action={
        isNarrowed ? (
          <Button asChild>
            <Link href={workspacesAddress({ filter: "all", q: "", trail: [] })}>{t("showAll")}</Link>
          </Button>
        ) : undefined
      }
    />
  );
}
