import { Card } from "@pronaflow/ui/card";
import { Skeleton } from "@pronaflow/ui/skeleton";
import { useTranslations } from "next-intl";

const ROWS = ["a", "b", "c", "d", "e", "f", "g", "h"];

/** A list of what happened, before its rows; `hasIcons`: as tall as rows that begin with one. */
export function HistoryLoading({ hasIcons = false }: { hasIcons?: boolean }) {
  const t = useTranslations("states");
  return (
    <Card flush>
      <p role="status" className="sr-only">
        {t("loading")}
      </p>
      <div aria-hidden className="divide-y">
        {ROWS.map((row) => (
          <div key={row} className={hasIcons ? "flex gap-4 px-5 py-4" : "flex px-5 py-3.5"}>
            {hasIcons ? <Skeleton className="size-5" /> : null}
            <div className="grid flex-1 gap-1.5">
              <Skeleton className="h-4 w-1/3" />
              <Skeleton className="h-4 w-2/3" />
            </div>
          </div>
        ))}
      </div>
    </Card>
  );
}
