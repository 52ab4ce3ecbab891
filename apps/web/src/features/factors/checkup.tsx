"use client";

import { FactorRow } from "@pronaflow/app/factors/factor-row.tsx";
import { Banner } from "@pronaflow/ui/banner";
import { Card } from "@pronaflow/ui/card";
import { Skeleton } from "@pronaflow/ui/skeleton";
import { useTranslations } from "next-intl";
import { useFindings } from "./use-findings.tsx";

/** What to mend about one's own security, each with the button that does. */
export function Checkup() {
  const t = useTranslations("factors");
  const findings = useFindings();
  if (!findings) return <Skeleton className="mb-8 h-11 w-full" />;
  if (findings.length === 0) {
    return (
      <Banner tone="success" className="mb-8">
        {t("allWell")}
      </Banner>
    );
  }
  return (
    <Card flush className="mb-8" title={t("checkup")} description={t("toMend", { count: findings.length })}>
      <ul className="divide-y px-5">
        {findings.map(({ id, title, text, action }) => (
          <FactorRow key={id} title={title} text={text} action={action} />
        ))}
      </ul>
    </Card>
  );
}
