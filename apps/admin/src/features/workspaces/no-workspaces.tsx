import { Button } from "@pronaflow/ui/button";
import { EmptyState } from "@pronaflow/ui/empty-state";
import { Layers, SearchX } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ListView } from "./list-address.ts";

/** What an empty list says: why, and the way on. */
export function NoWorkspaces({ view }: { view: ListView }) {
  const t = useTranslations("workspaces");
  const all = (
    <Button asChild>
      <Link href="/workspaces">{t("clearFilters")}</Link>
    </Button>
  );
  if (view.q) {
    return (
      <EmptyState icon={<SearchX aria-hidden />} title={t("noMatchTitle")} description={t("noMatch")} action={all} />
    );
  }
  if (view.filter === "deleted") {
    return (
      <EmptyState
        icon={<Layers aria-hidden />}
        title={t("noneDeletedTitle")}
        description={t("noneDeleted")}
        action={all}
      />
    );
  }
  if (view.filter === "purging_soon") {
    return (
      <EmptyState icon={<Layers aria-hidden />} title={t("noneSoonTitle")} description={t("noneSoon")} action={all} />
    );
  }
  return <EmptyState icon={<Layers aria-hidden />} title={t("emptyTitle")} description={t("empty")} />;
}
