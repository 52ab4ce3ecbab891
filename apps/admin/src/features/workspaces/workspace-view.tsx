"use client";

import { Banner } from "@pronaflow/ui/banner";
import { PageHeader } from "@pronaflow/ui/page-header";
import { TextLink } from "@pronaflow/ui/text-link";
import { useSuspenseQuery } from "@tanstack/react-query";
import { ChevronLeft } from "lucide-react";
import Link from "next/link";
import { useFormatter, useTranslations } from "next-intl";
import { ActHistory } from "#features/history/act-history.tsx";
import { useTRPC } from "#trpc/context.ts";
import { deletionPhase } from "./deletion-phase.ts";
import { HoldButton } from "./hold-button.tsx";
import { RestoreButton } from "./restore-button.tsx";
import { WorkspaceFacts } from "./workspace-facts.tsx";
import { WorkspaceImpactCard } from "./workspace-impact-card.tsx";
import { WorkspaceMembers } from "./workspace-members.tsx";
import { WorkspaceOwners } from "./workspace-owners.tsx";
import { WorkspaceState } from "./workspace-state.tsx";

interface WorkspaceViewProps {
  id: string;
  /** The server's clock when it rendered, ISO 8601. */
  now: string;
}

/** One workspace in full. */
export function WorkspaceView({ id, now }: WorkspaceViewProps) {
  const t = useTranslations("workspaces.detail");
  const h = useTranslations("workspaces.hold");
  const format = useFormatter();
  const { data: workspace } = useSuspenseQuery(useTRPC().workspaces.get.queryOptions({ id }));
  const phase = deletionPhase(workspace, now);
  const date = (at: string | null) =>
    at ? format.dateTime(new Date(at), { dateStyle: "long", timeStyle: "short" }) : "";
  return (
    <>
      <PageHeader
        back={
          <TextLink asChild>
            <Link href="/workspaces" className="inline-flex items-center gap-1">
              <ChevronLeft aria-hidden className="size-4" />
              {t("back")}
            </Link>
          </TextLink>
        }
        title={workspace.name}
        aside={<WorkspaceState workspace={workspace} now={now} />}
        actions={
          <>
            <HoldButton workspace={workspace} />
            <RestoreButton workspace={workspace} phase={phase} />
          </>
        }
      />
      <div className="grid grid-cols-[minmax(0,1fr)] gap-4">
        {workspace.hold ? (
          <Banner tone="info">
            {h("banner", {
              date: date(workspace.hold.at),
              name: workspace.hold.by ?? "–",
              reason: workspace.hold.reason,
            })}
          </Banner>
        ) : null}
        {phase === "FINAL" ? <Banner tone="danger">{t("finalBanner")}</Banner> : null}
        {phase === "DELETED" || phase === "PURGING_SOON" ? (
          <Banner tone="warning">
            {t(workspace.isHeld ? "deletedHeldBanner" : "deletedBanner", {
              date: date(workspace.deletedAt),
              finalAt: date(workspace.finalAt),
            })}
          </Banner>
        ) : null}
        <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-4 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
          <div className="grid grid-cols-[minmax(0,1fr)] gap-4">
            <WorkspaceFacts workspace={workspace} now={now} />
            <WorkspaceMembers workspace={workspace} now={now} />
          </div>
          <div className="grid grid-cols-[minmax(0,1fr)] gap-4">
            <WorkspaceOwners owners={workspace.owners} />
            <WorkspaceImpactCard workspace={workspace} />
          </div>
        </div>
        <ActHistory history={workspace.history} now={now} />
      </div>
    </>
  );
}
