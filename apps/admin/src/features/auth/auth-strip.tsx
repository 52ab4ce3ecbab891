import { ConsoleStrip } from "@pronaflow/ui/console-strip";
import { useTranslations } from "next-intl";
import { appUrl } from "#env.ts";
import { BrandLink } from "#features/shell/brand-link.tsx";

/** The console's band over the pages of someone not signed in: which product, and that this is its console. */
export function AuthStrip() {
  const t = useTranslations("app");
  return (
    <ConsoleStrip
      marker={t("marker")}
      end={<span className="truncate">{t("governs", { host: new URL(appUrl()).host })}</span>}
    >
      <BrandLink />
    </ConsoleStrip>
  );
}
