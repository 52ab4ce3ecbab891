import { Button } from "@pronaflow/ui/button";
import { EmptyState } from "@pronaflow/ui/empty-state";
import { ShieldCheck } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import type { QueueState } from "./incident-address.ts";
import { queueAddress } from "./incident-address.ts";

/** What an empty queue would show, and the way to all incidents where something narrows it. */
export function NoIncidents({ state: { state, severity, trail } }: { state: QueueState }) {
  const t = useTranslations("incidents.list.empty");
  const isNarrowed = state !== null || severity !== null || trail.length > 0;
  return (
    <EmptyState
      icon={<ShieldCheck aria-hidden />}
      title={isNarrowed ? t("narrowed") : t("none")}
      description={isNarrowed ? t("narrowedText") : t("noneText")}
      action={
        isNarrowed ? (
          <Button asChild>
            <Link href={queueAddress({ state: null, severity: null, trail: [] })}>{t("showAll")}</Link>
          </Button>
        ) : undefined
      }
    />
  );
}
