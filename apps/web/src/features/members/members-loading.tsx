import { Skeleton } from "@pronaflow/ui/skeleton";
import { useTranslations } from "next-intl";

const ROWS = Array.from({ length: 10 }, (_, row) => `row-${row}`);

/** The members before they are there: rows of their height. */
export function MembersLoading() {
  const t = useTranslations("members");
  return (
    <section aria-busy aria-label={t("caption")} className="divide-y rounded-md border bg-card">
      {ROWS.map((row) => (
        <div key={row} className="flex h-(--row-height) items-center gap-4 px-4">
          <Skeleton className="w-40" />
          <Skeleton className="w-24" />
        </div>
      ))}
    </section>
  );
}
