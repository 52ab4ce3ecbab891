import { AuthCorner } from "@pronaflow/app/auth/auth-corner.tsx";
import { Button } from "@pronaflow/ui/button";
import { EmptyState } from "@pronaflow/ui/empty-state";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { appUrl } from "#env.ts";
import { BrandLink } from "#features/auth/brand-link.tsx";
import { ApiReference } from "#features/docs/api-reference.tsx";
import type { OpenApiDocument } from "#features/docs/open-api.ts";
import { inProcessApi } from "#trpc/in-process.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("docs"))("title") };
}

export default async function ApiReferencePage() {
  const t = await getTranslations("docs");
  const document = inProcessApi().openApiDocument?.() as OpenApiDocument | undefined;
  const baseUrl = document?.servers?.[0]?.url ?? new URL("/api/v1", appUrl()).href;
  return (
    <>
      <header className="sticky top-0 z-30 border-b bg-background">
        <div className="mx-auto flex h-14 max-w-280 items-center gap-2 px-(--page-gutter)">
          <div className="flex-1">
            <BrandLink />
          </div>
          <div className="hidden items-center gap-2 sm:flex">
            <AuthCorner />
          </div>
          <Button asChild size="sm">
            <a href="/">{t("toApp")}</a>
          </Button>
        </div>
      </header>
      <main id="content" className="mx-auto max-w-280 px-(--page-gutter) py-8">
        {document ? (
          <ApiReference document={document} baseUrl={baseUrl} />
        ) : (
          <>
            <h1 className="sr-only">{t("title")}</h1>
            <EmptyState title={t("unavailableTitle")} description={t("unavailable")} />
          </>
        )}
      </main>
    </>
  );
}
