import { Badge } from "@pronaflow/ui/badge";
import { CopyButton } from "@pronaflow/ui/copy-button";
import { useTranslations } from "next-intl";
import { curlExample } from "./curl-example.ts";
import type { JsonSchema, OpenApiDocument } from "./open-api.ts";
import type { ReferenceCall } from "./reference.ts";
import { SchemaTable } from "./schema-table.tsx";
import { typeWords } from "./schema-words.ts";

interface CallSectionProps {
  call: ReferenceCall;
  document: OpenApiDocument;
  baseUrl: string;
}

/** One call: what it does, what it takes, what it answers, how it fails, and how to try it. */
export function CallSection({ call, document, baseUrl }: CallSectionProps) {
  const t = useTranslations("docs");
  const { operation, answer } = call;
  const parameters = (operation.parameters ?? []).map(({ name, in: place, required, schema, description }) => ({
    name,
    schema: { ...schema, description },
    isRequired: required === true,
    place: place === "path" ? t("inPath") : t("inQuery"),
  }));
  const example = curlExample(call, baseUrl, document);
  const exampleLabel = `${t("example")}: ${call.method} ${call.path}`;
  return (
    <article id={call.id} className="grid scroll-mt-20 grid-cols-[minmax(0,1fr)] gap-4 border-t py-6">
      <header className="grid gap-1">
        <h3 className="font-semibold text-base">{operation.summary ?? call.id}</h3>
        <p className="flex flex-wrap items-center gap-2">
          <Badge tone={call.method === "GET" ? "info" : "accent"}>{call.method}</Badge>
          <code className="min-w-0 break-all font-mono text-sm">{call.path}</code>
          <span className="text-muted-foreground text-xs">{call.isOpen ? t("open") : t("needsSession")}</span>
        </p>
        {operation.description ? <p className="text-muted-foreground">{operation.description}</p> : null}
      </header>
      {parameters.length > 0 ? <SchemaTable caption={t("parameters")} rows={parameters} document={document} /> : null}
      {call.body ? <SchemaTable caption={t("body")} rows={rowsOf(call.body)} document={document} /> : null}
      {answer.schema?.properties ? (
        <SchemaTable caption={`${t("answer")} · ${answer.status}`} rows={rowsOf(answer.schema)} document={document} />
      ) : (
        <p className="text-sm">
          <span className="font-medium">
            {t("answer")} · {answer.status}
          </span>{" "}
          <span className="text-muted-foreground">
            {answer.schema ? typeWords(answer.schema, document) : t("noBody")}
          </span>
        </p>
      )}
      <details className="text-sm">
        <summary className="font-medium">{t("failures")}</summary>
        <ul className="grid gap-1 pt-2 text-muted-foreground text-xs">
          {call.failures.map(({ status, codes }) => (
            <li key={status} className="break-words">
              <span className="font-medium text-foreground">{status}</span> <code className="font-mono">{codes}</code>
            </li>
          ))}
        </ul>
      </details>
      <div className="relative">
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: long lines scroll, and keys must reach them */}
        <section aria-label={exampleLabel} tabIndex={0} className="overflow-x-auto rounded-md border bg-muted">
          <pre className="p-3 pr-12 font-mono text-xs leading-5">{example}</pre>
        </section>
        <div className="absolute top-1 right-1 rounded-md bg-muted">
          <CopyButton value={example} labels={{ copy: t("copyExample"), copied: t("copied") }} />
        </div>
      </div>
    </article>
  );
}

function rowsOf({ properties = {}, required = [] }: JsonSchema) {
  return Object.entries(properties).map(([name, schema]) => ({ name, schema, isRequired: required.includes(name) }));
}
