"use client";

import type { Member } from "@pronaflow/contract/outputs/members";
import { useTranslations } from "next-intl";
import { AccountAvatar } from "#features/pictures/account-avatar.tsx";
import { useMe } from "#session/use-me.ts";

/** Who a member is, and whether it is oneself. */
export function MemberName({ member }: { member: Member }) {
  const t = useTranslations("members");
  const { user } = useMe();
  return (
    <span className="flex min-w-0 items-center gap-2" title={`${member.displayName} · ${member.username}`}>
      <AccountAvatar accountId={member.accountId} name={member.displayName} picture={member.avatar} size="sm" />
      <span className="min-w-0 truncate">{member.displayName}</span>
      {user.id === member.accountId ? <span className="text-muted-foreground">{t("you")}</span> : null}
    </span>
  );
}
