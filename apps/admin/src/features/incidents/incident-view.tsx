"use client";

import { PageHeader } from "@pronaflow/ui/page-header";
import { TextLink } from "@pronaflow/ui/text-link";
import { useSuspenseQuery } from "@tanstack/react-query";
import { ChevronLeft } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { ActHistory } from "#features/history/act-history.tsx";
import { useTRPC } from "#trpc/context.ts";
import { IncidentEvidence } from "./incident-evidence.tsx";
import { IncidentFacts } from "./incident-facts.tsx";
import { IncidentSeverity } from "./incident-severity.tsx";
import { IncidentState } from "./incident-state.tsx";
import { SettleButtons } from "./settle-buttons.tsx";

interface IncidentViewProps {
  id: string;
  /** The server's clock when it rendered, ISO 8601. */
  now: string;
}

/** One incident: what happened, what speaks for it, what was done about it. */
export function IncidentView({ id, now }: IncidentViewProps) {
  const t = useTranslations("incidents");
  const { data: incident } = useSuspenseQuery(useTRPC().incidents.get.queryOptions({ id }));
  return (
    <>
      <PageHeader
        back={
          <TextLink asChild>
            <Link href="/incidents" className="inline-flex items-center gap-1">
              <ChevronLeft aria-hidden className="size-4" />
              {t("detail.back")}
            </Link>
          </TextLink>
        }
        title={t(`kind.${incident.kind}`)}
        description={t(`explained.${incident.kind}`)}
        aside={
          <>
            <IncidentSeverity severity={incident.severity} /> <IncidentState state={incident.state} />
          </>
        }
        actions={<SettleButtons incident={incident} />}
      />
      <div className="grid grid-cols-[minmax(0,1fr)] gap-4">
        <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-4 lg:grid-cols-2">
          <IncidentEvidence evidence={incident.evidence} />
          <IncidentFacts incident={incident} now={now} />
        </div>
        <ActHistory history={incident.history} now={now} />
      </div>
    </>
  );
}
