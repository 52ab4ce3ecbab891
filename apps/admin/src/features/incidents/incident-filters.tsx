import { INCIDENT_SEVERITIES, INCIDENT_STATES } from "@pronaflow/contract/inputs/incidents";
import { Segmented } from "@pronaflow/ui/segmented";
import Link from "next/link";
import { useTranslations } from "next-intl";
import type { QueueState } from "./incident-address.ts";
import { queueAddress } from "./incident-address.ts";

/** Which incidents are listed; the address holds the answer. */
export function IncidentFilters({ state: queue }: { state: QueueState }) {
  const t = useTranslations("incidents");
  return (
    <div className="flex flex-col gap-2 sm:flex-row sm:items-center sm:justify-between">
      <Segmented
        as={Link}
        label={t("list.filters")}
        items={[null, ...INCIDENT_STATES].map((state) => ({
          href: queueAddress({ ...queue, state, trail: [] }),
          label: state ? t(`state.${state}`) : t("list.all"),
          isCurrent: state === queue.state,
        }))}
      />
      <Segmented
        as={Link}
        label={t("list.severities")}
        items={[null, ...INCIDENT_SEVERITIES].map((severity) => ({
          href: queueAddress({ ...queue, severity, trail: [] }),
          label: severity ? t(`severity.${severity}`) : t("list.anySeverity"),
          isCurrent: severity === queue.severity,
        }))}
      />
    </div>
  );
}
