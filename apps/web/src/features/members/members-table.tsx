"use client";

import type { WorkspaceDetail } from "@pronaflow/contract/outputs/workspaces";
import { DataTable } from "@pronaflow/ui/data-table";
import { Pager } from "@pronaflow/ui/pager";
import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { lazy, Suspense, useState } from "react";
import { useTRPC } from "#trpc/context.ts";
import type { BulkKind } from "./bulk-act.ts";
import { BulkBar } from "./bulk-bar.tsx";
import type { MembersState } from "./list-address.ts";
import { membersAddress, membersInput } from "./list-address.ts";
import type { MemberAct } from "./member-act.ts";
import { MembersFailed } from "./members-failed.tsx";
import { NoMembers } from "./no-members.tsx";
import { useMemberColumns } from "./use-member-columns.tsx";
import { useMemberSelection } from "./use-member-selection.ts";

// The list is read far more often than anyone on it is changed.
const BulkDialog = lazy(async () => ({ default: (await import("./bulk-dialog.tsx")).BulkDialog }));
const MemberDialog = lazy(async () => ({ default: (await import("./member-dialog.tsx")).MemberDialog }));

interface MembersTableProps {
  workspace: WorkspaceDetail;
  state: MembersState;
  /** The server's clock when it rendered, ISO 8601. */
  now: string;
}

/** The people of a workspace, with what may be done to each and to several at once. */
export function MembersTable({ workspace, state, now }: MembersTableProps) {
  const t = useTranslations("members");
  const [act, setAct] = useState<MemberAct | null>(null);
  const columns = useMemberColumns({ workspace, now, onAct: setAct });
  const query = useQuery(useTRPC().workspaces.members.list.queryOptions(membersInput(workspace.id, state)));
  const [bulk, setBulk] = useState<BulkKind | null>(null);
  const { selection, chosen, drop } = useMemberSelection(workspace, query.data?.items);
  const { trail } = state;
  const nextCursor = query.data?.nextCursor ?? null;
  const address = (pages: readonly string[]) => membersAddress(workspace.slug, { ...state, trail: pages });
  return (
    <>
      <DataTable
        caption={t("caption")}
        columns={columns}
        rows={query.data?.items}
        rowId={({ id }) => id}
        empty={<NoMembers slug={workspace.slug} state={state} />}
        error={
          query.isError ? (
            <MembersFailed slug={workspace.slug} error={query.error} onRetry={() => void query.refetch()} />
          ) : undefined
        }
        skeletonRows={10}
        selection={selection}
        pager={
          trail.length > 0 || nextCursor !== null ? (
            <Pager
              as={Link}
              labels={{ pages: t("pages"), previous: t("previous"), next: t("next") }}
              summary={t("page", { number: String(trail.length + 1) })}
              previousHref={trail.length > 0 ? address(trail.slice(0, -1)) : null}
              nextHref={nextCursor === null ? null : address([...trail, nextCursor])}
            />
          ) : undefined
        }
      />
      {chosen.length > 0 ? (
        <BulkBar chosen={chosen} onAct={setBulk} onClear={() => drop(chosen.map(({ id }) => id))} />
      ) : null}
      {bulk ? (
        <Suspense>
          <BulkDialog
            workspace={workspace}
            kind={bulk}
            chosen={chosen}
            onClose={(done) => {
              setBulk(null);
              drop(done);
            }}
          />
        </Suspense>
      ) : null}
      {act ? (
        <Suspense>
          <MemberDialog workspace={workspace} act={act} onClose={() => setAct(null)} />
        </Suspense>
      ) : null}
    </>
  );
}
