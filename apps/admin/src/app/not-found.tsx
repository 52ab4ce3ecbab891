import { Button } from "@pronaflow/ui/button";
import { ConsoleStrip } from "@pronaflow/ui/console-strip";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { BrandLink } from "#features/shell/brand-link.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("states");
  return { title: t("notFoundTitle") };
}

export default async function NotFound() {
  const t = await getTranslations("states");
  const app = await getTranslations("app");
  return (
    <div className="flex min-h-dvh flex-col">
      <ConsoleStrip marker={app("marker")}>
        <BrandLink />
      </ConsoleStrip>
      <main className="mx-auto grid w-full max-w-104 flex-1 content-center justify-items-center gap-6 px-4 py-16 text-center">
        <div className="grid gap-2">
          <h1 className="font-semibold text-xl tracking-tight">{t("notFoundTitle")}</h1>
          <p className="text-muted-foreground">{t("notFound")}</p>
        </div>
        <Button asChild variant="primary">
          <a href="/workspaces">{t("toStart")}</a>
        </Button>
      </main>
    </div>
  );
}
