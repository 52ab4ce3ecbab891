import type { SystemWorkspace } from "@pronaflow/contract/outputs/workspaces";
import { Avatar } from "@pronaflow/ui/avatar";
import { Card } from "@pronaflow/ui/card";
import { useTranslations } from "next-intl";

export function WorkspaceOwners({ owners }: { owners: SystemWorkspace["owners"] }) {
  const t = useTranslations("workspaces.detail");
  return (
    <Card title={t("owners")}>
      {owners.length === 0 ? <p className="text-muted-foreground">{t("noOwners")}</p> : null}
      <ul className="grid gap-3">
        {owners.map(({ id, displayName, email }) => (
          <li key={id} className="flex items-center gap-3">
            <Avatar name={displayName} seed={id} />
            <div className="min-w-0">
              <p className="truncate font-medium">{displayName}</p>
              <p className="truncate text-muted-foreground">{email}</p>
            </div>
          </li>
        ))}
      </ul>
    </Card>
  );
}
