import type { ReactNode } from "react";

interface DescriptionListProps {
  items: readonly { term: ReactNode; details: ReactNode; id?: string }[];
}

/** Facts about one thing: names at the left, values at the right; one above the other at 360 px. */
export function DescriptionList({ items }: DescriptionListProps) {
  return (
    <dl className="divide-y">
      {items.map((item, index) => (
        <div
          key={item.id ?? index}
          className="grid gap-1 py-3 first:pt-0 last:pb-0 sm:grid-cols-[12rem_1fr] sm:gap-4 admin:py-2"
        >
          <dt className="text-muted-foreground">{item.term}</dt>
          <dd className="min-w-0 break-words">{item.details}</dd>
        </div>
      ))}
    </dl>
  );
}
