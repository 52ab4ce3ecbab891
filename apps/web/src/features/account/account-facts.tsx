"use client";

import { CopyButton } from "@pronaflow/ui/copy-button";
import { DescriptionList } from "@pronaflow/ui/description-list";
import { SettingsSection } from "@pronaflow/ui/settings-section";
import { useFormatter, useTranslations } from "next-intl";
import { useMe } from "#session/use-me.ts";

/** What identifies the account and cannot be changed here. */
export function AccountFacts() {
  const t = useTranslations("account");
  const format = useFormatter();
  const { user } = useMe();
  return (
    <SettingsSection title={t("facts")} description={t("factsText")}>
      <DescriptionList
        items={[
          {
            id: "since",
            term: t("memberSince"),
            details: format.dateTime(new Date(user.createdAt), { dateStyle: "long" }),
          },
          {
            id: "id",
            term: t("accountId"),
            details: (
              <span className="flex items-center gap-1">
                <code className="min-w-0 truncate font-mono text-xs">{user.id}</code>
                <CopyButton value={user.id} labels={{ copy: t("copyId"), copied: t("copied") }} />
              </span>
            ),
          },
        ]}
      />
    </SettingsSection>
  );
}
