import type { WorkspaceDetail } from "@pronaflow/contract/outputs/workspaces";
import { Badge } from "@pronaflow/ui/badge";
import { Card } from "@pronaflow/ui/card";
import { useFormatter, useTranslations } from "next-intl";
import { WorkspaceMark } from "#features/pictures/workspace-mark.tsx";
import { AccessList } from "./access-list.tsx";
import { NextSteps } from "./next-steps.tsx";

/** The first page of a workspace: what it is, what to do next, and what one may do here. */
export function WorkspaceHome({ workspace }: { workspace: WorkspaceDetail }) {
  const t = useTranslations("workspaces.home");
  const role = useTranslations("access.role");
  const format = useFormatter();
  return (
    <div className="grid gap-6">
      <header className="flex flex-wrap items-start gap-4">
        <WorkspaceMark id={workspace.id} name={workspace.name} size="lg" />
        <div className="grid min-w-0 flex-1 gap-1">
          <div className="flex flex-wrap items-center gap-2">
            <h1 className="min-w-0 break-words font-semibold text-xl tracking-tight">{workspace.name}</h1>
            <Badge>{role(workspace.role)}</Badge>
          </div>
          <p className="max-w-160 whitespace-pre-line break-words text-muted-foreground">
            {workspace.description || t("noDescription")}
          </p>
        </div>
      </header>
      <div className="grid items-start gap-6 lg:grid-cols-[1fr_20rem]">
        <NextSteps workspace={workspace} />
        <div className="grid gap-6">
          <Card title={t("facts")}>
            <dl className="grid gap-3">
              <div className="flex justify-between gap-4">
                <dt className="text-muted-foreground">{t("members")}</dt>
                <dd>{t("memberCount", { count: workspace.memberCount })}</dd>
              </div>
              <div className="flex justify-between gap-4">
                <dt className="text-muted-foreground">{t("address")}</dt>
                <dd className="min-w-0 truncate font-mono text-xs leading-5">/w/{workspace.slug}</dd>
              </div>
              <div className="flex justify-between gap-4">
                <dt className="text-muted-foreground">{t("created")}</dt>
                <dd>{format.dateTime(new Date(workspace.createdAt), { dateStyle: "long" })}</dd>
              </div>
            </dl>
          </Card>
          <AccessList workspace={workspace} />
        </div>
      </div>
    </div>
  );
}
