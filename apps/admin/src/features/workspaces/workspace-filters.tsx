"use client";

import { WORKSPACE_FILTERS } from "@pronaflow/contract/inputs/workspaces";
import { SearchInput } from "@pronaflow/ui/search-input";
import { Segmented } from "@pronaflow/ui/segmented";
import { useCurrentInView } from "@pronaflow/ui/use-current-in-view";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import type { ListState } from "./list-address.ts";
import { listAddress } from "./list-address.ts";

/** Which workspaces are listed; the address holds the answer. */
export function WorkspaceFilters({ state }: { state: ListState }) {
  const t = useTranslations("workspaces.list");
  const router = useRouter();
  const box = useCurrentInView(listAddress({ ...state, trail: [] }));
  return (
    <div className="flex flex-col gap-2 sm:flex-row sm:items-center sm:justify-between">
      <div ref={box} className="flex min-w-0">
        <Segmented
          as={Link}
          label={t("filters")}
          items={WORKSPACE_FILTERS.map((filter) => ({
            href: listAddress({ ...state, filter, trail: [] }),
            label: t(`filter.${filter}`),
            isCurrent: filter === state.filter,
          }))}
        />
      </div>
      <SearchInput
        // Going back, or to all, brings other words into the box.
        key={state.q === "" ? "empty" : "filled"}
        className="sm:w-72"
        name="q"
        labels={{ search: t("search"), clear: t("clear") }}
        placeholder={t("placeholder")}
        defaultValue={state.q}
        onSearch={(q) => router.replace(listAddress({ ...state, q, trail: [] }), { scroll: false })}
      />
    </div>
  );
}
