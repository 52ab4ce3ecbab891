import { Button } from "@pronaflow/ui/button";
import { EmptyState } from "@pronaflow/ui/empty-state";
import { SearchX } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";

export default function AccountNotFound() {
  const t = useTranslations("states");
  const detail = useTranslations("accounts.detail");
  return (
    <>
      <title>{t("notFoundTitle")}</title>
      <h1 className="sr-only">{t("notFoundTitle")}</h1>
      <EmptyState
        icon={<SearchX aria-hidden />}
        title={t("notFoundTitle")}
        description={t("notFound")}
        action={
          <Button asChild variant="primary">
            <Link href="/accounts">{detail("back")}</Link>
          </Button>
        }
      />
    </>
  );
}
