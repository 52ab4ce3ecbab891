import type { SystemWorkspaceDetail } from "@pronaflow/contract/outputs/workspaces";
import { Avatar } from "@pronaflow/ui/avatar";
import { Badge } from "@pronaflow/ui/badge";
import { Card } from "@pronaflow/ui/card";
import { TimeAgo } from "@pronaflow/ui/time-ago";
import { useLocale, useTranslations } from "next-intl";

interface WorkspaceMembersProps {
  members: SystemWorkspaceDetail["members"];
  now: string;
}

export function WorkspaceMembers({ members, now }: WorkspaceMembersProps) {
  const t = useTranslations("workspaces");
  const locale = useLocale();
  return (
    <Card title={t("members")} description={t("membersText")}>
      <ul className="divide-y">
        {members.map((member) => (
          <li key={member.id} className="flex flex-wrap items-center gap-x-3 gap-y-1 py-2 first:pt-0 last:pb-0">
            <Avatar name={member.displayName} seed={member.id} size="sm" />
            <span className="grid min-w-0 flex-1 basis-40">
              <span className="truncate">{member.displayName}</span>
              <span className="truncate text-muted-foreground">{member.email}</span>
            </span>
            <Badge>{t(member.role)}</Badge>
            <span className="text-muted-foreground">
              {t("joined")} <TimeAgo at={member.joinedAt} now={now} locale={locale} />
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
