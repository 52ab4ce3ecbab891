import { can } from "@pronaflow/contract";
import { Button } from "@pronaflow/ui/button";
import { PageHeader } from "@pronaflow/ui/page-header";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { Suspense } from "react";
import { PermissionRefused } from "#features/access/permission-refused.tsx";
import { InviteButton } from "#features/invitations/invite-button.tsx";
import type { MembersSearchParams } from "#features/members/list-address.ts";
import { membersAddress, readMembersState } from "#features/members/list-address.ts";
import { LoadedMembers } from "#features/members/loaded-members.tsx";
import { MembersFilters } from "#features/members/members-filters.tsx";
import { MembersLoading } from "#features/members/members-loading.tsx";
import { titledInWorkspace } from "#features/workspaces/titled-in-workspace.ts";
import type { WorkspacePageProps } from "#features/workspaces/workspace-page-props.ts";
import { requireWorkspace } from "#session/require-workspace.ts";

interface MembersPageProps extends WorkspacePageProps {
  searchParams: Promise<MembersSearchParams>;
}

export const generateMetadata = titledInWorkspace("members.title");

export default async function MembersPage({ params, searchParams }: MembersPageProps) {
  const { slug } = await params;
  const state = readMembersState(await searchParams);
  const address = membersAddress(slug, state);
  const workspace = await requireWorkspace(slug, address.slice(`/w/${slug}`.length));
  const t = await getTranslations("members");
  if (!can(workspace.role, "members.view"))
    return <PermissionRefused workspace={workspace} permission="members.view" area="members" />;
  return (
    <>
      <PageHeader
        title={t("title")}
        description={t("description", { name: workspace.name })}
        actions={
          <>
            {can(workspace.role, "members.invite") ? (
              <Button asChild>
                <Link href={`/w/${slug}/members/invitations`}>{t("invitations")}</Link>
              </Button>
            ) : null}
            <InviteButton workspace={workspace} />
          </>
        }
      />
      <div className="grid grid-cols-[minmax(0,1fr)] gap-3">
        <MembersFilters slug={slug} state={state} />
        {/* Another address shows its skeleton at once. */}
        <Suspense key={address} fallback={<MembersLoading />}>
          <LoadedMembers workspace={workspace} state={state} />
        </Suspense>
      </div>
    </>
  );
}
