import type { AccountDetail } from "@pronaflow/contract/outputs/accounts";
import { Card } from "@pronaflow/ui/card";
import { CopyButton } from "@pronaflow/ui/copy-button";
import { DescriptionList } from "@pronaflow/ui/description-list";
import { TimeAgo } from "@pronaflow/ui/time-ago";
import { useLocale, useTranslations } from "next-intl";
import { AdminRole } from "#features/admins/admin-role.tsx";

/** Who it is. */
export function AccountFacts({ account, now }: { account: AccountDetail; now: string }) {
  const t = useTranslations("accounts.detail");
  const locale = useLocale();
  const { id, email, username, role, createdAt, emailVerifiedAt } = account;
  const items = [
    {
      id: "email",
      term: t("email"),
      details: (
        <span className="grid">
          <span className="break-all">{email}</span>
          <span className="text-muted-foreground text-xs">
            {emailVerifiedAt
              ? t.rich("verifiedAt", { ago: () => <TimeAgo at={emailVerifiedAt} now={now} locale={locale} /> })
              : t("notVerified")}
          </span>
        </span>
      ),
    },
    { id: "username", term: t("username"), details: username },
    { id: "role", term: t("role"), details: <AdminRole role={role} /> },
    { id: "createdAt", term: t("createdAt"), details: <TimeAgo at={createdAt} now={now} locale={locale} /> },
    {
      id: "id",
      term: t("id"),
      details: (
        <span className="flex items-center gap-1">
          <span className="min-w-0 break-all font-mono text-xs">{id}</span>
          <CopyButton value={id} labels={{ copy: t("copyId"), copied: t("copied") }} />
        </span>
      ),
    },
  ];
  return (
    <Card title={t("facts")}>
      <DescriptionList items={items} />
    </Card>
  );
}
