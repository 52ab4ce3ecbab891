import { Menu } from "lucide-react";
import { classNames } from "./class-names.ts";

interface MenuButtonProps {
  label: string;
  /** The id of the `Sidebar` it opens. */
  opens: string;
  className?: string;
}

/** Opens a shell's sheet below 768 px; needs no script. */
export function MenuButton({ label, opens, className }: MenuButtonProps) {
  return (
    <button
      type="button"
      popoverTarget={opens}
      aria-label={label}
      className={classNames(
        "grid size-11 place-items-center rounded-md transition-colors hover:bg-hover md:hidden",
        className,
      )}
    >
      <Menu aria-hidden className="size-5" />
    </button>
  );
}
