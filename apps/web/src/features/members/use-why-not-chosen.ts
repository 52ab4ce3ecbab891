"use client";

import { mayManage } from "@pronaflow/contract";
import type { Member } from "@pronaflow/contract/outputs/members";
import type { WorkspaceDetail } from "@pronaflow/contract/outputs/workspaces";
import { useTranslations } from "next-intl";
import { useCallback } from "react";
import { useMe } from "#session/use-me.ts";

/** Why a member cannot be chosen for an act on several; null: they can. */
export function useWhyNotChosen({ role }: WorkspaceDetail): (member: Member) => string | null {
  const t = useTranslations("members");
  const words = useTranslations("access.role");
  const { user } = useMe();
  return useCallback(
    (member) => {
      if (member.accountId === user.id) return t("bulk.self");
      if (!mayManage(role, member.role)) return t("above", { role: words(member.role) });
      return member.isSoleOwner ? t("soleOwner") : null;
    },
    [t, words, role, user.id],
  );
}
