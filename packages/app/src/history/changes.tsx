import { classNames } from "@pronaflow/ui/class-names";

type Fields = Readonly<Record<string, unknown>>;

interface ChangesProps {
  before: Fields | null;
  after: Fields | null;
  /** How the fields and what they hold read to a person. */
  words: { name: (field: string) => string; value: (given: unknown, field: string) => string };
  labels: { changes: string; field: string; before: string; after: string };
}

const CELL = "min-w-0 break-words before:mr-1 before:text-muted-foreground sm:py-0.5 sm:before:content-none";
const NOT_ON_PHONES = "hidden sm:table-cell";

/** The fields an act changed, each as it was and as it became. */
export function Changes({ before, after, words, labels }: ChangesProps) {
  const fields = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])];
  if (fields.length === 0) return null;
  return (
    <table className="block w-full max-w-240 text-left text-sm sm:table sm:table-fixed">
      <caption className="sr-only">{labels.changes}</caption>
      <thead className="sr-only sm:not-sr-only sm:table-header-group">
        <tr className="text-muted-foreground text-xs">
          <th scope="col" className="w-56 py-1 pr-4 font-medium">
            {labels.field}
          </th>
          {before ? (
            <th scope="col" className="py-1 pr-4 font-medium">
              {labels.before}
            </th>
          ) : null}
          <th scope="col" className="py-1 font-medium">
            {labels.after}
          </th>
        </tr>
      </thead>
      <tbody className="grid gap-2 sm:table-row-group">
        {fields.map((field) => (
          <tr key={field} className="grid sm:table-row">
            <th scope="row" className="font-normal text-muted-foreground sm:py-0.5 sm:pr-4">
              {words.name(field)}
            </th>
            {before ? (
              <td className={classNames(CELL, "before:content-['−'] sm:pr-4", field in before ? "" : NOT_ON_PHONES)}>
                {words.value(before[field], field)}
              </td>
            ) : null}
            <td className={classNames(CELL, "before:content-['+']", after && field in after ? "" : NOT_ON_PHONES)}>
              {words.value(after?.[field], field)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
