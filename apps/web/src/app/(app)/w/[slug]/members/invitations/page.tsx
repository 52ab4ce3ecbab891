import { can } from "@pronaflow/contract";
import type { InvitationFilter } from "@pronaflow/contract/inputs/invitations";
import { INVITATION_FILTERS } from "@pronaflow/contract/inputs/invitations";
import { PageHeader } from "@pronaflow/ui/page-header";
import { Segmented } from "@pronaflow/ui/segmented";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { PermissionRefused } from "#features/access/permission-refused.tsx";
import { InvitationsList } from "#features/invitations/invitations-list.tsx";
import { InviteButton } from "#features/invitations/invite-button.tsx";
import { titledInWorkspace } from "#features/workspaces/titled-in-workspace.ts";
import type { WorkspacePageProps } from "#features/workspaces/workspace-page-props.ts";
import { requireWorkspace } from "#session/require-workspace.ts";

interface InvitationsPageProps extends WorkspacePageProps {
  searchParams: Promise<{ filter?: string | string[]; cursor?: string | string[] }>;
}

export const generateMetadata = titledInWorkspace("invitations.title");

export default async function InvitationsPage({ params, searchParams }: InvitationsPageProps) {
  const { slug } = await params;
  const workspace = await requireWorkspace(slug, "/members/invitations");
  const asked = await searchParams;
  const t = await getTranslations("invitations");
  if (!can(workspace.role, "members.invite"))
    return <PermissionRefused workspace={workspace} permission="members.invite" area="invitations" />;
  const filter: InvitationFilter = INVITATION_FILTERS.find((one) => one === asked.filter) ?? "all";
  const cursor = typeof asked.cursor === "string" ? asked.cursor : null;
  return (
    <>
      <PageHeader
        title={t("title")}
        description={t("description", { name: workspace.name })}
        actions={<InviteButton workspace={workspace} />}
      />
      <div className="grid gap-4">
        <Segmented
          as={Link}
          label={t("filters")}
          items={INVITATION_FILTERS.map((one) => ({
            href: `/w/${workspace.slug}/members/invitations?filter=${one}`,
            label: t(`filter.${one}`),
            isCurrent: one === filter,
          }))}
        />
        <InvitationsList workspace={workspace} filter={filter} cursor={cursor} now={new Date().toISOString()} />
      </div>
    </>
  );
}
