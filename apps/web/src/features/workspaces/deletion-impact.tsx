"use client";

import { RetryState } from "@pronaflow/app/states/retry-state.tsx";
import { ROLES } from "@pronaflow/contract";
import { Banner } from "@pronaflow/ui/banner";
import { Skeleton } from "@pronaflow/ui/skeleton";
import { useQuery } from "@tanstack/react-query";
import { useFormatter, useTranslations } from "next-intl";
import { useTRPC } from "#trpc/context.ts";

/** What deleting a workspace would do, read when one asks. */
export function DeletionImpact({ id }: { id: string }) {
  const t = useTranslations("workspaces.remove");
  const role = useTranslations("access.role");
  const format = useFormatter();
  const query = useQuery({ ...useTRPC().workspaces.impact.queryOptions({ id }), staleTime: 0, gcTime: 0 });

  if (query.isError) return <RetryState error={query.error} onRetry={() => void query.refetch()} />;
  if (!query.data) {
    return (
      <div role="status" className="grid gap-3">
        <span className="sr-only">{t("reading")}</span>
        <Skeleton className="w-3/4" />
        <Skeleton className="w-1/2" />
        <Skeleton className="h-16 w-full" />
      </div>
    );
  }
  const impact = query.data;
  const byRole = ROLES.filter((name) => (impact.membersByRole[name] ?? 0) > 0).map((name) =>
    t("byRole", { count: impact.membersByRole[name] ?? 0, role: role(name) }),
  );
  const lines = [
    `${t("members", { count: impact.members })} (${format.list(byRole, { type: "unit" })})`,
    impact.membersLeftWithoutWorkspace > 0 && t("stranded", { count: impact.membersLeftWithoutWorkspace }),
    impact.invitations > 0 && t("invitations", { count: impact.invitations }),
    impact.tokens > 0 && t("tokens", { count: impact.tokens }),
    impact.webhooks > 0 && t("webhooks", { count: impact.webhooks }),
    impact.files > 0 && t("files", { count: impact.files }),
  ].filter((line) => line !== false);
  return (
    <>
      <ul className="grid list-disc gap-1 pl-5">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <Banner tone="warning">
        {t("finalAt", { date: format.dateTime(new Date(impact.finalAt), { dateStyle: "long", timeStyle: "short" }) })}
      </Banner>
    </>
  );
}
