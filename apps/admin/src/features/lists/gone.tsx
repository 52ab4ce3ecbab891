import { Button } from "@pronaflow/ui/button";
import { EmptyState } from "@pronaflow/ui/empty-state";
import { SearchX } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";

/** In place of a page whose address leads to nothing, or to nothing this admin may see; and the way back to its list. */
export function Gone({ list, back }: { list: string; back: string }) {
  const t = useTranslations("states");
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
            <Link href={list}>{back}</Link>
          </Button>
        }
      />
    </>
  );
}
