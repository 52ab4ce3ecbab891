"use client";

import { systemRolesWith } from "@pronaflow/contract";
import type { IncidentDetail } from "@pronaflow/contract/outputs/incidents";
import { useFormatter, useTranslations } from "next-intl";
import { useMe } from "#session/use-me.ts";
import { SettleButton } from "./settle-button.tsx";

/** The two ways on with an incident, or why there is none. */
export function SettleButtons({ incident }: { incident: IncidentDetail }) {
  const t = useTranslations("incidents.settle");
  const forbidden = useForbidden();
  const isResolved = incident.state === "RESOLVED" ? t("alreadyResolved") : null;
  const isSeen = incident.state === "ACKNOWLEDGED" ? t("alreadyAcknowledged") : null;
  return (
    <>
      <SettleButton id={incident.id} act="acknowledge" whyNot={forbidden ?? isResolved ?? isSeen} />
      <SettleButton id={incident.id} act="resolve" whyNot={forbidden ?? isResolved} />
    </>
  );
}

function useForbidden(): string | null {
  const t = useTranslations("incidents.settle");
  const access = useTranslations("access");
  const format = useFormatter();
  const { permissions } = useMe();
  if (permissions.includes("incidents.resolve")) return null;
  const roles = systemRolesWith("incidents.resolve").map((role) => access(`systemRole.${role}`));
  return t("forbidden", { roles: format.list(roles, { type: "disjunction" }) });
}
