import { CopyButton } from "@pronaflow/ui/copy-button";
import { useTranslations } from "next-intl";

const COMMAND = "pnpm admin:create";

/** What to do without a link that works. */
export function AnotherWayIn() {
  const t = useTranslations("auth.setup");
  return (
    <div className="grid gap-3">
      <p>{t("another")}</p>
      <div className="flex items-center justify-between gap-2 rounded-md border bg-muted py-1 pr-1 pl-3">
        <code className="min-w-0 break-words font-mono text-sm">{COMMAND}</code>
        <CopyButton value={COMMAND} labels={{ copy: t("copy"), copied: t("copied") }} />
      </div>
    </div>
  );
}
