import { classNames } from "./class-names.ts";

interface BrandMarkProps {
  /** The product's name, shown beside the mark. Without it the mark is decoration. */
  name?: string;
  className?: string;
}

/** PronaFlow's mark: three strokes that set out level and lean forward together. */
export function BrandMark({ name, className }: BrandMarkProps) {
  return (
    <span className={classNames("inline-flex items-center gap-2 font-semibold text-base tracking-tight", className)}>
      <svg viewBox="0 0 24 24" aria-hidden="true" className="size-6 shrink-0">
        <rect width="24" height="24" rx="6" className="fill-primary" />
        <g fill="none" strokeLinecap="round" strokeWidth="2.25" className="stroke-primary-foreground">
          <path d="M5.5 8h3.2c2.6 0 3.6-2 6-2h3.8" />
          <path d="M5.5 13h3.2c2.6 0 3.6-2 6-2h1.3" opacity=".8" />
          <path d="M5.5 18h3.2c1.8 0 2.8-1 4-1.6" opacity=".6" />
        </g>
      </svg>
      {name ? <span>{name}</span> : null}
    </span>
  );
}
