"use client";

import { Banner } from "@pronaflow/ui/banner";
import { Button } from "@pronaflow/ui/button";
import { useTranslations } from "next-intl";

/** Said once one is in by one of the last backup codes. */
export function FewCodesLeft({ left, onGoOn }: { left: number; onGoOn: () => void }) {
  const t = useTranslations("auth.second");
  return (
    <div className="grid gap-4">
      <Banner tone="warning" live title={t("lowTitle")}>
        {t("low", { count: left })}
      </Banner>
      <Button variant="primary" block asChild>
        {/* A full load: nothing that was fetched without a session is shown with one. */}
        <a href="/account/security#two-step">{t("makeNew")}</a>
      </Button>
      <Button block onClick={onGoOn}>
        {t("continue")}
      </Button>
    </div>
  );
}
