import type { ElementType } from "react";

/** What renders a link: a router's `Link`, or a plain anchor where none is given. */
export type LinkLike = ElementType<{
  href: string;
  className?: string;
  "aria-current"?: "page" | "true";
  children?: React.ReactNode;
}>;
