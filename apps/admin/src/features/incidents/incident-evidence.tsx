import type { IncidentDetail } from "@pronaflow/contract/outputs/incidents";
import { Card } from "@pronaflow/ui/card";
import { DescriptionList } from "@pronaflow/ui/description-list";
import { TextLink } from "@pronaflow/ui/text-link";
import { useTranslations } from "next-intl";
import { PLACE_FACTS, useFactWords } from "./use-fact-words.ts";

/** The named facts that speak for an incident; what is not known is left out. */
export function IncidentEvidence({ evidence }: Pick<IncidentDetail, "evidence">) {
  const t = useTranslations("incidents.detail");
  const words = useFactWords();
  const known = Object.entries(evidence).filter(([, value]) => value !== null && String(value) !== "");
  const showsPlace = known.some(([name]) => PLACE_FACTS.has(name));
  const items = known.map(([name, value]) => ({
    id: name,
    term: words.name(name),
    details: <span className="break-words">{words.value(name, value)}</span>,
  }));
  return (
    <Card title={t("evidence")} description={t("evidenceText")}>
      {items.length > 0 ? (
        <DescriptionList items={items} />
      ) : (
        <p className="text-muted-foreground">{t("noEvidence")}</p>
      )}
      {showsPlace ? (
        <p className="pt-3 text-muted-foreground text-xs">
          <TextLink href="https://db-ip.com" rel="noreferrer" target="_blank">
            {t("placesBy")}
          </TextLink>
        </p>
      ) : null}
    </Card>
  );
}
