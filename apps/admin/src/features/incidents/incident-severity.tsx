import type { Incident } from "@pronaflow/contract/outputs/incidents";
import { Badge } from "@pronaflow/ui/badge";
import { useTranslations } from "next-intl";

const TONES = { LOW: "neutral", MEDIUM: "warning", HIGH: "danger" } as const;

export function IncidentSeverity({ severity }: Pick<Incident, "severity">) {
  return <Badge tone={TONES[severity]}>{useTranslations("incidents.severity")(severity)}</Badge>;
}
