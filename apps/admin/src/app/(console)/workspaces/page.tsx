import { PageHeader } from "@pronaflow/ui/page-header";
import { Pager } from "@pronaflow/ui/pager";
import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import type { ListParams } from "#features/workspaces/list-address.ts";
import { addressOf, viewOf } from "#features/workspaces/list-address.ts";
import { ListToolbar } from "#features/workspaces/list-toolbar.tsx";
import { NoWorkspaces } from "#features/workspaces/no-workspaces.tsx";
import { WorkspacesTable } from "#features/workspaces/workspaces-table.tsx";
import { requireAdmin } from "#session/require-admin.ts";
import { getQueryClient, getTrpc } from "#trpc/server.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("workspaces"))("title") };
}

export default async function WorkspacesPage({ searchParams }: { searchParams: Promise<ListParams> }) {
  const view = viewOf(await searchParams);
  await requireAdmin(addressOf(view));
  const t = await getTranslations("workspaces");
  const { filter, q, trail } = view;
  const cursor = trail.at(-1);
  const page = await getQueryClient().fetchQuery(
    getTrpc().workspaces.list.queryOptions({ filter, ...(q ? { q } : {}), ...(cursor ? { cursor } : {}) }),
  );
  const isPaged = trail.length > 0 || page.nextCursor !== null;
  return (
    <>
      <PageHeader title={t("title")} description={t("description")} />
      <ListToolbar key={filter} view={view} />
      <WorkspacesTable
        page={page}
        now={new Date().toISOString()}
        empty={<NoWorkspaces view={view} />}
        pager={
          isPaged ? (
            <Pager
              as={Link}
              labels={{ pages: t("pages"), previous: t("previous"), next: t("next") }}
              previousHref={trail.length > 0 ? addressOf({ ...view, trail: trail.slice(0, -1) }) : null}
              nextHref={page.nextCursor ? addressOf({ ...view, trail: [...trail, page.nextCursor] }) : null}
            />
          ) : undefined
        }
      />
    </>
  );
}
