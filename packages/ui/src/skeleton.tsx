import { classNames } from "./class-names.ts";

/** A grey shape of what is coming; give it the size of the thing. */
export function Skeleton({ className }: { className?: string }) {
  return <span aria-hidden className={classNames("block h-4 animate-pulse rounded-sm bg-hover", className)} />;
}
