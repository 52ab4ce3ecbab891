import { LoaderCircle } from "lucide-react";
import { classNames } from "./class-names.ts";

interface SpinnerProps {
  /** Read to screen readers; leave out where the words beside it say so already. */
  label?: string;
  className?: string;
}

/** A turning ring. It stays invisible for its first 150 ms, so quick work never flashes one. */
export function Spinner({ label, className }: SpinnerProps) {
  return (
    <span role={label ? "status" : undefined} className={classNames("inline-flex animate-late", className)}>
      <LoaderCircle aria-hidden data-essential-motion className="size-4 animate-spin" />
      {label ? <span className="sr-only">{label}</span> : null}
    </span>
  );
}
