import type { ReactNode } from "react";
import { useId } from "react";

interface DangerZoneProps {
  title: ReactNode;
  items: readonly { id: string; title: ReactNode; description: ReactNode; action: ReactNode }[];
}

/** Acts that hurt, each with what it does and its button, apart from everything else. */
export function DangerZone({ title, items }: DangerZoneProps) {
  const id = useId();
  return (
    <section aria-labelledby={id} className="grid gap-3">
      <h2 id={id} className="font-semibold text-base text-danger-ink">
        {title}
      </h2>
      <ul className="divide-y overflow-clip rounded-md border border-danger-line bg-card">
        {items.map((item) => (
          <li key={item.id} className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3 px-5 py-4">
            <div className="grid min-w-56 flex-1 gap-1">
              <p className="font-medium">{item.title}</p>
              <div className="text-muted-foreground">{item.description}</div>
            </div>
            {item.action}
          </li>
        ))}
      </ul>
    </section>
  );
}
