"use client";

import type { AccountDetail } from "@pronaflow/contract/outputs/accounts";
import { Badge } from "@pronaflow/ui/badge";
import { Card } from "@pronaflow/ui/card";
import { TextLink } from "@pronaflow/ui/text-link";
import Link from "next/link";
import { useTranslations } from "next-intl";

/** Where somebody is a member, and as what. */
export function AccountWorkspaces({ workspaces }: { workspaces: AccountDetail["workspaces"] }) {
  const t = useTranslations("accounts.detail");
  const role = useTranslations("access.role");
  return (
    <Card title={t("workspaces")}>
      {workspaces.length === 0 ? <p className="text-muted-foreground">{t("noWorkspaces")}</p> : null}
      <ul className="divide-y">
        {workspaces.map((workspace) => (
          <li key={workspace.id} className="flex min-w-0 flex-wrap items-center gap-2 py-2 first:pt-0 last:pb-0">
            <TextLink asChild>
              <Link href={`/workspaces/${workspace.id}`} prefetch={false} className="min-w-0 flex-1 truncate">
                {workspace.name}
              </Link>
            </TextLink>
            {workspace.isDeleted ? <Badge tone="warning">{t("deletedWorkspace")}</Badge> : null}
            {workspace.isActive ? null : <Badge tone="neutral">{t("inactive")}</Badge>}
            <span className="text-muted-foreground">{role(workspace.role)}</span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
