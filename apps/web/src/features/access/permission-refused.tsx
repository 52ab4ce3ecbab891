import type { Permission } from "@pronaflow/contract";
import type { WorkspaceDetail } from "@pronaflow/contract/outputs/workspaces";
import { EmptyState } from "@pronaflow/ui/empty-state";
import { PageHeader } from "@pronaflow/ui/page-header";
import { dehydrate, HydrationBoundary } from "@tanstack/react-query";
import { Lock } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { getQueryClient, getTrpc } from "#trpc/server.ts";
import { AskButton } from "./ask-button.tsx";
import { WhyNot } from "./why-not.tsx";

/** Of the pages that stay closed to some. */
const TITLES = {
  members: "members.title",
  invitations: "invitations.title",
  settings: "workspaces.settings.title",
  log: "log.title",
} as const;

interface PermissionRefusedProps {
  workspace: WorkspaceDetail;
  /** What the page needs. */
  permission: Permission;
  area: keyof typeof TITLES;
}

/** In place of a page, for a role that may not see it: why, who can change that, and the way to ask them. */
export async function PermissionRefused({ workspace, permission, area }: PermissionRefusedProps) {
  const asked = { id: workspace.id, role: workspace.role };
  const t = await getTranslations();
  const queryClient = getQueryClient();
  const { grantors } = getTrpc().workspaces.members;
  await queryClient.prefetchQuery(grantors.queryOptions({ id: workspace.id, permission }));
  return (
    <>
      <PageHeader title={t(TITLES[area])} />
      <HydrationBoundary state={dehydrate(queryClient)}>
        <EmptyState
          icon={<Lock aria-hidden />}
          title={<WhyNot workspace={asked} permission={permission} />}
          action={<AskButton workspace={asked} permission={permission} />}
        />
      </HydrationBoundary>
    </>
  );
}
