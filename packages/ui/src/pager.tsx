import { ChevronLeft, ChevronRight } from "lucide-react";
import type { ReactNode } from "react";
import { buttonVariants } from "./button-variants.ts";
import { classNames } from "./class-names.ts";
import type { LinkLike } from "./link-like.ts";

interface PagerProps {
  labels: { pages: string; previous: string; next: string };
  /** The address with the cursor; null where there is no such page. */
  previousHref: string | null;
  nextHref: string | null;
  /** At the left: "1,204 workspaces". */
  summary?: ReactNode;
  as?: LinkLike;
}

/** One page back, one page on. */
export function Pager({ labels, previousHref, nextHref, summary, as: Link = "a" }: PagerProps) {
  const look = buttonVariants({ size: "sm" });
  const step = (href: string | null, content: ReactNode) =>
    href ? (
      <Link href={href} className={look}>
        {content}
      </Link>
    ) : (
      <span className={classNames(look, "cursor-not-allowed text-muted-foreground hover:bg-card")} aria-disabled>
        {content}
      </span>
    );
  return (
    <nav aria-label={labels.pages} className="flex items-center justify-between gap-4">
      <span className="text-muted-foreground tabular-nums">{summary}</span>
      <span className="flex gap-2">
        {step(
          previousHref,
          <>
            <ChevronLeft aria-hidden />
            {labels.previous}
          </>,
        )}
        {step(
          nextHref,
          <>
            {labels.next}
            <ChevronRight aria-hidden />
          </>,
        )}
      </span>
    </nav>
  );
}
