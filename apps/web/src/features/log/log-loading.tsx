import { Card } from "@pronaflow/ui/card";
import { Skeleton } from "@pronaflow/ui/skeleton";
import { useTranslations } from "next-intl";

const ROWS = ["a", "b", "c", "d", "e", "f", "g", "h"];

/** The log before its rows. */
export function LogLoading() {
  const t = useTranslations("states");
  return (
    <Card flush>
      <p role="status" className="sr-only">
        {t("loading")}
      </p>
      <div aria-hidden className="divide-y">
        {ROWS.map((row) => (
          <div key={row} className="grid gap-1.5 px-5 py-3.5">
            <Skeleton className="h-4 w-1/3" />
            <Skeleton className="h-4 w-2/3" />
          </div>
        ))}
      </div>
    </Card>
  );
}
