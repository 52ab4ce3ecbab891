"use client";

import { CONSOLE_ROLES } from "@pronaflow/contract/inputs/admins";
import { useTranslations } from "next-intl";
import { ListFilters } from "#features/lists/list-filters.tsx";
import type { AdminsState } from "./admin-address.ts";
import { adminsAddress } from "./admin-address.ts";

/** Which people of the console are listed. */
export function AdminFilters({ state }: { state: AdminsState }) {
  const t = useTranslations("admins.list");
  const systemRole = useTranslations("access.systemRole");
  return (
    <ListFilters
      views={[null, ...CONSOLE_ROLES.toReversed()].map((role) => ({
        href: adminsAddress({ ...state, role, trail: [] }),
        label: role ? systemRole(role) : t("all"),
        isCurrent: role === state.role,
      }))}
      q={state.q}
      addressOf={(q) => adminsAddress({ ...state, q, trail: [] })}
      words={{ filters: t("filters"), search: t("search"), clear: t("clear"), placeholder: t("placeholder") }}
    />
  );
}
