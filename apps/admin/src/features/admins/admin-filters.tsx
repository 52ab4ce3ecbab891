"use client";

import { CONSOLE_ROLES } from "@pronaflow/contract/inputs/admins";
import { SearchInput } from "@pronaflow/ui/search-input";
import { Segmented } from "@pronaflow/ui/segmented";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import type { AdminsState } from "./admin-address.ts";
import { adminsAddress } from "./admin-address.ts";

/** Which people of the console are listed; the address holds the answer. */
export function AdminFilters({ state }: { state: AdminsState }) {
  const t = useTranslations("admins.list");
  const systemRole = useTranslations("access.systemRole");
  const router = useRouter();
  return (
    <div className="flex flex-col gap-2 sm:flex-row sm:items-center sm:justify-between">
      <Segmented
        as={Link}
        label={t("filters")}
        items={[null, ...CONSOLE_ROLES.toReversed()].map((role) => ({
          href: adminsAddress({ ...state, role, trail: [] }),
          label: role ? systemRole(role) : t("all"),
          isCurrent: role === state.role,
        }))}
      />
      <SearchInput
        // Going back, or to all, brings other words into the box.
        key={state.q === "" ? "empty" : "filled"}
        className="sm:w-72"
        name="q"
        labels={{ search: t("search"), clear: t("clear") }}
        placeholder={t("placeholder")}
        defaultValue={state.q}
        onSearch={(q) => router.replace(adminsAddress({ ...state, q, trail: [] }), { scroll: false })}
      />
    </div>
  );
}
