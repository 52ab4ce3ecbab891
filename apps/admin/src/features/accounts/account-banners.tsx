import type { AccountDetail } from "@pronaflow/contract/outputs/accounts";
import { Banner } from "@pronaflow/ui/banner";
import { useFormatter, useTranslations } from "next-intl";

/** What keeps somebody from signing in, or will. */
export function AccountBanners({ account: { status, suspension, deletionDueAt } }: { account: AccountDetail }) {
  const t = useTranslations("accounts.detail");
  const format = useFormatter();
  const date = (at: string) => format.dateTime(new Date(at), { dateStyle: "long", timeStyle: "short" });
  return (
    <>
      {suspension ? (
        <Banner tone="danger">
          {t(suspension.until ? "suspendedUntil" : "suspended", {
            since: date(suspension.at),
            until: suspension.until ? date(suspension.until) : "",
            reason: suspension.reason,
          })}
        </Banner>
      ) : null}
      {status !== "DELETED" && deletionDueAt ? (
        <Banner tone="warning">{t("leaving", { date: date(deletionDueAt) })}</Banner>
      ) : null}
      {status === "DELETED" ? <Banner tone="info">{t("gone")}</Banner> : null}
    </>
  );
}
