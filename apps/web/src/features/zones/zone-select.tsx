"use client";

import { SearchMenu } from "@pronaflow/ui/search-menu";
import { SelectButton } from "@pronaflow/ui/select-button";
import { useTranslations } from "next-intl";
import type { ComponentProps } from "react";
import { offsetOf, zonesWith } from "./zones.ts";

interface ZoneSelectProps extends Omit<ComponentProps<typeof SelectButton>, "onChange" | "children"> {
  zone: string;
  onChange: (zone: string) => void;
}

/** One of hundreds of time zones, found by its city or by how far it is from UTC. */
export function ZoneSelect({ zone, onChange, ...button }: ZoneSelectProps) {
  const t = useTranslations("zones");
  return (
    <SearchMenu
      trigger={<SelectButton {...button}>{`${zone.replaceAll("_", " ")} (${offsetOf(zone)})`}</SelectButton>}
      labels={{ menu: t("zone"), placeholder: t("find"), heading: t("heading"), empty: t("none") }}
      items={() =>
        zonesWith(zone).map((id) => ({
          id,
          label: id.replaceAll("_", " "),
          aside: offsetOf(id),
          keywords: [offsetOf(id)],
          isCurrent: id === zone,
          onSelect: () => onChange(id),
        }))
      }
    />
  );
}
