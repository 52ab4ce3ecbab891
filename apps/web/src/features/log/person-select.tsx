"use client";

import { failureText } from "@pronaflow/app/forms/failure-text.ts";
import { readFailure } from "@pronaflow/app/trpc/failure.ts";
import { Avatar } from "@pronaflow/ui/avatar";
import { SearchMenu } from "@pronaflow/ui/search-menu";
import { SelectButton } from "@pronaflow/ui/select-button";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { usePeople } from "./use-people.ts";

interface PersonSelectProps {
  /** Given by its `Field`. */
  id?: string;
  workspaceId: string;
  /** Whose acts are shown; null: everyone's. */
  who: string | null;
  onChange: (who: string | null) => void;
}

/** Anyone who ever acted in the workspace, found by typing; each as they are known there now. */
export function PersonSelect({ id, workspaceId, who, onChange }: PersonSelectProps) {
  const t = useTranslations("log");
  const states = useTranslations("states");
  const locale = useLocale();
  const [sought, setSought] = useState<string | null>(null);
  const { people, chosen, isMore, isSearching, error } = usePeople(workspaceId, who, sought);
  const everyone = { id: "everyone", label: t("everyone"), isCurrent: who === null, onSelect: () => onChange(null) };
  const failed = error ? failureText(readFailure(error), locale, states("networkFailed")) : null;
  return (
    <SearchMenu
      trigger={<SelectButton id={id}>{who === null ? t("everyone") : (chosen ?? t("oneMore"))}</SelectButton>}
      labels={{ menu: t("who"), placeholder: t("findPerson"), heading: t("acted"), empty: t("nobodyActed") }}
      items={[
        ...(sought ? [] : [everyone]),
        ...people.map((person) => ({
          id: person.id,
          label: person.displayName,
          icon: <Avatar name={person.displayName} seed={person.id} size="sm" />,
          aside: person.isMember ? person.username : t("former", { username: person.username }),
          isCurrent: person.id === who,
          onSelect: () => onChange(person.id),
        })),
      ]}
      onSearch={setSought}
      isSearching={isSearching}
      note={failed ?? (isMore ? t("morePeople") : null)}
    />
  );
}
