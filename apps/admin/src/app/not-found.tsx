import { Button } from "@pronaflow/ui/button";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { BrandLink } from "#features/auth/brand-link.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("states");
  return { title: t("notFoundTitle") };
}

export default async function NotFound() {
  const t = await getTranslations("states");
  return (
    <main className="mx-auto grid min-h-dvh max-w-104 content-center justify-items-center gap-6 px-4 py-16 text-center">
      <BrandLink />
      <div className="grid gap-2">
        <h1 className="font-semibold text-xl tracking-tight">{t("notFoundTitle")}</h1>
        <p className="text-muted-foreground">{t("notFound")}</p>
      </div>
      <Button asChild variant="primary">
        <a href="/">{t("toStart")}</a>
      </Button>
    </main>
  );
}
