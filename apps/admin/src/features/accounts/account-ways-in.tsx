import type { AccountDetail } from "@pronaflow/contract/outputs/accounts";
import { Card } from "@pronaflow/ui/card";
import { DescriptionList } from "@pronaflow/ui/description-list";
import { useFormatter, useTranslations } from "next-intl";

/** How somebody can prove that it is them: kinds and counts. */
export function AccountWaysIn({ waysIn }: { waysIn: AccountDetail["waysIn"] }) {
  const t = useTranslations("accounts.detail");
  const format = useFormatter();
  const { password, totp, providers } = waysIn;
  const counted = ["passkeys", "backupCodes", "tokens", "trustedDevices"] as const;
  const items = [
    { id: "password", term: t("password"), details: t(password ? "on" : "off") },
    { id: "totp", term: t("totp"), details: t(totp ? "on" : "off") },
    { id: "providers", term: t("providers"), details: providers.length > 0 ? providers.join(", ") : t("none") },
    ...counted.map((id) => ({ id, term: t(id), details: format.number(waysIn[id]) })),
  ];
  return (
    <Card title={t("waysIn")}>
      <DescriptionList items={items} />
    </Card>
  );
}
