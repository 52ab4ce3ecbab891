"use client";

import { RetryState } from "@pronaflow/app/states/retry-state.tsx";
import type { InvitationFilter } from "@pronaflow/contract/inputs/invitations";
import type { WorkspaceDetail } from "@pronaflow/contract/outputs/workspaces";
import { EmptyState } from "@pronaflow/ui/empty-state";
import { Pager } from "@pronaflow/ui/pager";
import { Skeleton } from "@pronaflow/ui/skeleton";
import { useQuery } from "@tanstack/react-query";
import { MailOpen } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { AskButton } from "#features/access/ask-button.tsx";
import { useTRPC } from "#trpc/context.ts";
import { InvitationRow } from "./invitation-row.tsx";
import { onlyOwnersGive } from "./only-owners-give.ts";

interface InvitationsListProps {
  workspace: WorkspaceDetail;
  filter: InvitationFilter;
  cursor: string | null;
  /** ISO, of the server's render. */
  now: string;
}

/** One page of the invitations in one state. */
export function InvitationsList({ workspace, filter, cursor, now }: InvitationsListProps) {
  const t = useTranslations("invitations");
  const input = { id: workspace.id, filter, ...(cursor ? { cursor } : {}) };
  const list = useQuery(useTRPC().workspaces.invitations.list.queryOptions(input));
  const items = list.data?.items ?? [];
  const here = `/w/${workspace.slug}/members/invitations?filter=${filter}`;
  const next = list.data?.nextCursor;
  if (list.isPending) return <Skeleton className="h-40 w-full" />;
  if (list.isError) return <RetryState error={list.error} onRetry={() => void list.refetch()} />;
  if (items.length === 0)
    return <EmptyState icon={<MailOpen />} title={t("empty")} description={t("emptyText")} className="py-10" />;
  return (
    <div className="grid gap-4">
      <ul className="divide-y border-y">
        {items.map((invitation) => (
          <InvitationRow key={invitation.id} workspace={workspace} invitation={invitation} now={now} />
        ))}
      </ul>
      {items.some(({ isMine, role }) => !isMine && !onlyOwnersGive(role)) ? (
        <div className="flex justify-end empty:hidden">
          <AskButton workspace={workspace} permission="members.update" />
        </div>
      ) : null}
      {next || cursor ? (
        <Pager
          as={Link}
          labels={{ pages: t("pages"), previous: t("previous"), next: t("next") }}
          previousHref={cursor ? here : null}
          nextHref={next ? `${here}&cursor=${next}` : null}
        />
      ) : null}
    </div>
  );
}
