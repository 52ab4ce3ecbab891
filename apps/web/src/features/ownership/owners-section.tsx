"use client";

import type { Ownership } from "@pronaflow/contract/outputs/ownership";
import { Badge } from "@pronaflow/ui/badge";
import { SettingsSection } from "@pronaflow/ui/settings-section";
import { useFormatter, useTranslations } from "next-intl";
import { AccountAvatar } from "#features/pictures/account-avatar.tsx";

/** Who owns the workspace, longest-standing first. */
export function OwnersSection({ owners }: { owners: Ownership["owners"] }) {
  const t = useTranslations("ownership");
  const format = useFormatter();
  return (
    <SettingsSection title={t("owners")} description={t("ownersText")}>
      <ul className="grid gap-3">
        {owners.map((owner) => (
          <li key={owner.memberId} className="flex flex-wrap items-center gap-3">
            <AccountAvatar accountId={owner.accountId} name={owner.displayName} picture={owner.avatar} />
            <div className="grid min-w-0 flex-1">
              <p className="truncate font-medium">{owner.displayName}</p>
              <p className="text-muted-foreground">
                {t("since", { date: format.dateTime(new Date(owner.since), { dateStyle: "long" }) })}
              </p>
            </div>
            {owner.isYou ? <Badge tone="accent">{t("you")}</Badge> : null}
          </li>
        ))}
      </ul>
    </SettingsSection>
  );
}
