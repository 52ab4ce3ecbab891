"use client";

import { ROLES } from "@pronaflow/contract";
import { SearchInput } from "@pronaflow/ui/search-input";
import { Segmented } from "@pronaflow/ui/segmented";
import { Select } from "@pronaflow/ui/select";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import type { MembersState } from "./list-address.ts";
import { membersAddress } from "./list-address.ts";

const ANY = "any";

/** Which members are listed; the address holds the answer. */
export function MembersFilters({ slug, state }: { slug: string; state: MembersState }) {
  const t = useTranslations("members");
  const words = useTranslations("access.role");
  const router = useRouter();
  const address = (change: Partial<MembersState>) => membersAddress(slug, { ...state, trail: [], ...change });
  return (
    <div className="flex flex-col gap-2 sm:flex-row sm:items-center">
      <Segmented
        as={Link}
        label={t("states")}
        items={([null, "ACTIVE", "DEACTIVATED"] as const).map((one) => ({
          href: address({ state: one }),
          label: t(one ? `stateOf.${one}` : "everyone"),
          isCurrent: state.state === one,
        }))}
      />
      <Select
        aria-label={t("role")}
        className="sm:w-40"
        value={state.role ?? ANY}
        onValueChange={(value) =>
          router.replace(address({ role: ROLES.find((role) => role === value) ?? null }), { scroll: false })
        }
        options={[
          { value: ANY, label: t("anyRole") },
          ...ROLES.map((role) => ({ value: role as string, label: words(role) })),
        ]}
      />
      <SearchInput
        // Going back, or to all, brings other words into the box.
        key={state.q === "" ? "empty" : "filled"}
        className="sm:ml-auto sm:w-72"
        name="q"
        labels={{ search: t("search"), clear: t("clear") }}
        placeholder={t("placeholder")}
        defaultValue={state.q}
        onSearch={(q) => router.replace(address({ q }), { scroll: false })}
      />
    </div>
  );
}
