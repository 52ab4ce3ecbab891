import { useTranslations } from "next-intl";
import type { JsonSchema, OpenApiDocument } from "./open-api.ts";
import { boundWords, typeWords } from "./schema-words.ts";

interface SchemaTableProps {
  caption: string;
  rows: readonly { name: string; schema: JsonSchema; isRequired: boolean; place?: string }[];
  document: OpenApiDocument;
}

/** Fields with their types; a list of blocks at 360 px, since names and types do not fit beside each other. */
export function SchemaTable({ caption, rows, document }: SchemaTableProps) {
  const t = useTranslations("docs");
  return (
    <div className="grid gap-2">
      <h4 className="font-medium text-sm">{caption}</h4>
      <dl className="divide-y rounded-md border">
        {rows.map(({ name, schema, isRequired, place }) => (
          <div key={name} className="grid gap-x-4 gap-y-0.5 px-3 py-2 sm:grid-cols-[11rem_1fr]">
            <dt className="flex flex-wrap items-baseline gap-x-2">
              <code className="break-all font-mono text-xs">{name}</code>
              <span className="text-muted-foreground text-xs">
                {[place, isRequired ? t("required") : t("optional")].filter(Boolean).join(", ")}
              </span>
            </dt>
            <dd className="min-w-0 break-words text-muted-foreground text-xs">
              <code className="font-mono text-foreground">{typeWords(schema, document)}</code> {boundWords(schema)}
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
