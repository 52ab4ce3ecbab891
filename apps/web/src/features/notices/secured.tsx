import type { Disowned } from "@pronaflow/contract/outputs/notices";
import { Button } from "@pronaflow/ui/button";
import Link from "next/link";
import { useTranslations } from "next-intl";

/** What was done, and the way back in. */
export function Secured({ done }: { done: Disowned }) {
  const t = useTranslations("notices");
  const steps = [done.resetMailed ? "nextMail" : "nextAsk", "nextMailbox", "nextReview"] as const;
  return (
    <div className="grid gap-5">
      {done.undone.length > 0 ? (
        <section className="grid gap-2">
          <h2 className="font-medium">{t("undone.title")}</h2>
          <ul className="grid list-disc gap-1 ps-5 text-muted-foreground">
            {[...new Set(done.undone)].map((kind) => (
              <li key={kind}>{t(`undone.${kind}`)}</li>
            ))}
          </ul>
        </section>
      ) : null}
      <section className="grid gap-2">
        <h2 className="font-medium">{t("next")}</h2>
        <ol className="grid list-decimal gap-1 ps-5 text-muted-foreground">
          {steps.map((step) => (
            <li key={step}>{t(step)}</li>
          ))}
        </ol>
      </section>
      <Button asChild block>
        <Link href="/forgot-password">{t("newLink")}</Link>
      </Button>
    </div>
  );
}
