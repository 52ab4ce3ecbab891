import type { Incident } from "@pronaflow/contract/outputs/incidents";
import { Badge } from "@pronaflow/ui/badge";
import { useTranslations } from "next-intl";

const TONES = { OPEN: "accent", ACKNOWLEDGED: "info", RESOLVED: "success" } as const;

export function IncidentState({ state }: Pick<Incident, "state">) {
  return <Badge tone={TONES[state]}>{useTranslations("incidents.state")(state)}</Badge>;
}
