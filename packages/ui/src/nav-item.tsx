import type { ReactNode } from "react";
import { BlockedButton } from "./blocked-button.tsx";
import { classNames } from "./class-names.ts";
import type { LinkLike } from "./link-like.ts";

interface NavItemProps {
  href: string;
  icon?: ReactNode;
  isCurrent?: boolean;
  /** At the right: a count. */
  aside?: ReactNode;
  /** Why one may not go there: it stays in its place, and says so in a tooltip. */
  disabledReason?: string | null;
  as?: LinkLike;
  children: ReactNode;
}

const LOOK =
  "flex h-(--nav-height) w-full items-center gap-2.5 rounded-md px-2.5 text-left text-muted-foreground transition-colors focus-visible:-outline-offset-2 [&_svg]:size-4 [&_svg]:shrink-0";
const OPEN =
  "hover:bg-hover hover:text-foreground aria-[current=page]:bg-accent aria-[current=page]:font-medium aria-[current=page]:text-accent-foreground";

/** A place in a shell's navigation. */
export function NavItem({ href, icon, isCurrent, aside, disabledReason, as: Link = "a", children }: NavItemProps) {
  const content = (
    <>
      {icon}
      <span className="min-w-0 flex-1 truncate">{children}</span>
      {aside}
    </>
  );
  return (
    <li>
      {disabledReason ? (
        <BlockedButton reason={disabledReason} className={classNames(LOOK, "cursor-not-allowed opacity-60")}>
          {content}
        </BlockedButton>
      ) : (
        <Link href={href} aria-current={isCurrent ? "page" : undefined} className={classNames(LOOK, OPEN)}>
          {content}
        </Link>
      )}
    </li>
  );
}
