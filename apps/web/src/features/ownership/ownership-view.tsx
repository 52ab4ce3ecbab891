"use client";

import { RetryState } from "@pronaflow/app/states/retry-state.tsx";
import { can } from "@pronaflow/contract";
import type { WorkspaceDetail } from "@pronaflow/contract/outputs/workspaces";
import { Skeleton } from "@pronaflow/ui/skeleton";
import { useQuery } from "@tanstack/react-query";
import { useTRPC } from "#trpc/context.ts";
import { HeirSection } from "./heir-section.tsx";
import { OwnersSection } from "./owners-section.tsx";
import { TransferClosed } from "./transfer-closed.tsx";
import { TransferSection } from "./transfer-section.tsx";
import { WaitingSection } from "./waiting-section.tsx";

/** Who owns the workspace; with the way to hand it over and to name an heir, for its Owners. */
export function OwnershipView({ workspace }: { workspace: WorkspaceDetail }) {
  const { id } = workspace;
  const query = useQuery(useTRPC().workspaces.ownership.get.queryOptions({ id }));
  if (query.isError) return <RetryState error={query.error} onRetry={() => void query.refetch()} />;
  if (!query.data) return <Skeleton className="h-40 w-full" />;
  const { owners, transfer, heir } = query.data;
  const mayHandOver = can(workspace.role, "ownership.transfer");
  return (
    <div className="divide-y">
      <OwnersSection owners={owners} />
      {mayHandOver ? null : <TransferClosed workspace={workspace} />}
      {mayHandOver && transfer ? <WaitingSection workspaceId={id} transfer={transfer} /> : null}
      {mayHandOver && !transfer ? <TransferSection workspace={workspace} /> : null}
      {mayHandOver ? <HeirSection key={heir?.memberId} workspaceId={id} heir={heir} /> : null}
    </div>
  );
}
