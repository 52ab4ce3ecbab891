import type { ReactNode } from "react";
import type { LinkLike } from "./link-like.ts";

interface NavItemProps {
  href: string;
  icon?: ReactNode;
  isCurrent?: boolean;
  /** At the right: a count. */
  aside?: ReactNode;
  as?: LinkLike;
  children: ReactNode;
}

/** A place in a shell's navigation. */
export function NavItem({ href, icon, isCurrent, aside, as: Link = "a", children }: NavItemProps) {
  return (
    <li>
      <Link
        href={href}
        aria-current={isCurrent ? "page" : undefined}
        className="flex h-(--nav-height) items-center gap-2.5 rounded-md px-2.5 text-muted-foreground transition-colors hover:bg-hover hover:text-foreground focus-visible:-outline-offset-2 aria-[current=page]:bg-accent aria-[current=page]:font-medium aria-[current=page]:text-accent-foreground [&_svg]:size-4 [&_svg]:shrink-0"
      >
        {icon}
        <span className="min-w-0 flex-1 truncate">{children}</span>
        {aside}
      </Link>
    </li>
  );
}
