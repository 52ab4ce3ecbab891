import type { ReactNode } from "react";
import { useId } from "react";

interface SettingsSectionProps {
  title: ReactNode;
  /** What a link to this matter ends in, after its `#`. */
  anchor?: string;
  description?: ReactNode;
  /** A form that ends in `FormFooter`, or facts. */
  children: ReactNode;
  footer?: ReactNode;
}

/** One matter of a settings page: words at the left, a card at the right; one above the other below 1024 px. */
export function SettingsSection({ title, anchor, description, children, footer }: SettingsSectionProps) {
  const id = useId();
  return (
    <section
      id={anchor}
      aria-labelledby={id}
      className="grid scroll-mt-16 gap-4 py-(--section-gap) first:pt-0 lg:grid-cols-[16rem_1fr] lg:gap-8"
    >
      <div className="grid content-start gap-1">
        <h2 id={id} className="font-semibold text-base">
          {title}
        </h2>
        {description ? <p className="text-muted-foreground">{description}</p> : null}
      </div>
      <div className="min-w-0 overflow-clip rounded-md border bg-card">
        <div className="px-5 py-4">{children}</div>
        {footer ? <div className="border-t bg-muted/50 px-5 py-3">{footer}</div> : null}
      </div>
    </section>
  );
}
