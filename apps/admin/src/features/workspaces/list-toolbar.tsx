"use client";

import { WORKSPACE_FILTERS } from "@pronaflow/contract/inputs/workspaces";
import { SearchInput } from "@pronaflow/ui/search-input";
import { Segmented } from "@pronaflow/ui/segmented";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import type { ListView } from "./list-address.ts";
import { addressOf } from "./list-address.ts";

/** The views of the list and its search; both live in the address. */
export function ListToolbar({ view }: { view: ListView }) {
  const t = useTranslations("workspaces");
  const router = useRouter();
  return (
    <div className="mb-3 flex flex-wrap items-center justify-between gap-3">
      <Segmented
        label={t("filters")}
        as={Link}
        items={WORKSPACE_FILTERS.map((filter) => ({
          href: addressOf({ ...view, filter, trail: [] }),
          label: t(filter),
          isCurrent: view.filter === filter,
        }))}
      />
      <SearchInput
        className="w-full sm:w-80"
        name="q"
        defaultValue={view.q}
        labels={{ search: t("search"), clear: t("clear") }}
        placeholder={t("searchHint")}
        onSearch={(q) => router.replace(addressOf({ ...view, q, trail: [] }))}
      />
    </div>
  );
}
