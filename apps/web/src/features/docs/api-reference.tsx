import { TextLink } from "@pronaflow/ui/text-link";
import { useTranslations } from "next-intl";
import { CallSection } from "./call-section.tsx";
import type { OpenApiDocument } from "./open-api.ts";
import { groupCalls } from "./reference.ts";

interface ApiReferenceProps {
  document: OpenApiDocument;
  baseUrl: string;
}

/** The whole reference on one page: found by the browser's own search, printed as it is. */
export function ApiReference({ document, baseUrl }: ApiReferenceProps) {
  const t = useTranslations("docs");
  const groups = groupCalls(document, t("other"));
  const errorShape = "{ code, message, fields?, requestId }";
  return (
    <div className="lg:grid lg:grid-cols-[14rem_minmax(0,1fr)] lg:gap-10">
      <nav
        aria-label={t("contents")}
        className="hidden content-start gap-4 overflow-y-auto lg:sticky lg:top-20 lg:grid lg:max-h-[calc(100dvh-6rem)]"
      >
        {groups.map((group) => (
          <div key={group.id} className="grid gap-1">
            <p className="font-medium text-xs text-muted-foreground">{group.name}</p>
            <ul className="grid gap-0.5">
              {group.calls.map((call) => (
                <li key={call.id}>
                  <a
                    href={`#${call.id}`}
                    className="block rounded-sm py-0.5 text-muted-foreground hover:text-foreground"
                  >
                    {call.operation.summary ?? call.id}
                  </a>
                </li>
              ))}
            </ul>
          </div>
        ))}
      </nav>
      <div className="grid min-w-0 grid-cols-[minmax(0,1fr)] gap-8">
        <header className="grid gap-2">
          <h1 className="font-semibold text-2xl tracking-tight">{t("title")}</h1>
          <p className="max-w-160 text-muted-foreground">{t("description")}</p>
          <p className="flex flex-wrap gap-x-4 gap-y-1">
            <span>
              {t("base")} <code className="break-all font-mono text-xs">{baseUrl}</code>
            </span>
            <TextLink href="/api/v1/openapi.json">{t("download")}</TextLink>
          </p>
        </header>
        <section className="grid gap-4 sm:grid-cols-2">
          <div className="grid content-start gap-1">
            <h2 className="font-semibold text-base">{t("authTitle")}</h2>
            <p className="text-muted-foreground">{t("authText", { header: "Authorization: Bearer <token>" })}</p>
          </div>
          <div className="grid content-start gap-1">
            <h2 className="font-semibold text-base">{t("errorsTitle")}</h2>
            <p className="text-muted-foreground">{t("errorsText", { shape: errorShape })}</p>
          </div>
        </section>
        {groups.map((group) => (
          <section key={group.id} aria-labelledby={group.id} className="grid min-w-0">
            <h2 id={group.id} className="pb-4 font-semibold text-lg">
              {group.name}
            </h2>
            {group.calls.map((call) => (
              <CallSection key={call.id} call={call} document={document} baseUrl={baseUrl} />
            ))}
          </section>
        ))}
      </div>
    </div>
  );
}
