import { PERMISSIONS } from "@pronaflow/contract";
import type { WorkspaceDetail } from "@pronaflow/contract/outputs/workspaces";
import { Card } from "@pronaflow/ui/card";
import { Check, Minus } from "lucide-react";
import { useTranslations } from "next-intl";
import { permissionKey } from "#features/access/permission-key.ts";

/** Every permission there is, with whether one's role holds it: nobody has to find out by trying. */
export function AccessList({ workspace }: { workspace: WorkspaceDetail }) {
  const t = useTranslations("workspaces.home");
  const words = useTranslations("access.permission");
  const held = new Set(workspace.permissions);
  return (
    <Card flush>
      <details>
        <summary className="flex items-center justify-between gap-2 px-5 py-4 font-semibold text-base">
          {t("yourAccess")}
          <span className="font-normal text-muted-foreground text-sm tabular-nums">
            {held.size} / {PERMISSIONS.length}
          </span>
        </summary>
        <ul className="grid gap-2 border-t px-5 py-4">
          {PERMISSIONS.map((permission) => {
            const isHeld = held.has(permission);
            const Icon = isHeld ? Check : Minus;
            return (
              <li key={permission} className={isHeld ? "flex gap-2" : "flex gap-2 text-muted-foreground"}>
                <Icon aria-hidden className={isHeld ? "mt-0.5 size-4 text-success-ink" : "mt-0.5 size-4"} />
                <span className="first-letter:uppercase">
                  {words(permissionKey(permission))}
                  <span className="sr-only"> ({t(isHeld ? "allowed" : "notAllowed")})</span>
                </span>
              </li>
            );
          })}
        </ul>
      </details>
    </Card>
  );
}
