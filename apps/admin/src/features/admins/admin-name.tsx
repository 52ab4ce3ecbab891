"use client";

import type { Admin } from "@pronaflow/contract/outputs/admins";
import { Avatar } from "@pronaflow/ui/avatar";
import { Badge } from "@pronaflow/ui/badge";
import { useTranslations } from "next-intl";
import { useMe } from "#session/use-me.ts";

/** Who it is, whether it is oneself, and what keeps them from signing in. */
export function AdminName({ admin }: { admin: Admin }) {
  const t = useTranslations("admins");
  const isSelf = useMe().user.id === admin.id;
  return (
    <span className="flex min-w-0 items-center gap-2.5">
      <Avatar name={admin.displayName} seed={admin.id} />
      <span className="grid min-w-0">
        <span className="flex min-w-0 items-center gap-2">
          <span className="truncate">{admin.displayName}</span>
          {isSelf ? <Badge tone="accent">{t("you")}</Badge> : null}
          {admin.status === "ACTIVE" ? null : <Badge tone="danger">{t(`status.${admin.status}`)}</Badge>}
        </span>
        <span className="truncate text-muted-foreground text-xs">{admin.email}</span>
      </span>
    </span>
  );
}
