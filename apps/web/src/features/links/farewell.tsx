"use client";

import { AuthPanel } from "@pronaflow/app/auth/auth-panel.tsx";
import { Button } from "@pronaflow/ui/button";
import { useFormatter, useTranslations } from "next-intl";
import type { ReactNode } from "react";

/** Right after someone deleted their account and was signed out: until when they can come back, and how. */
export function Farewell({ finalAt, ...frame }: { finalAt: string; brand: ReactNode; corner: ReactNode }) {
  const t = useTranslations("links.farewell");
  const format = useFormatter();
  const date = format.dateTime(new Date(finalAt), { dateStyle: "long" });
  return (
    <AuthPanel {...frame} title={t("title")} description={t("description", { date })}>
      <div className="grid gap-4">
        <p className="text-muted-foreground">{t("mailed")}</p>
        <Button asChild block>
          <a href="/sign-in?next=%2Fleaving">{t("keep")}</a>
        </Button>
      </div>
    </AuthPanel>
  );
}
