import { classNames } from "./class-names.ts";
import { hueOf } from "./hue-of.ts";
import { initials } from "./initials.ts";

interface AvatarProps {
  /** Of whom or what. The name itself stands beside it, so the picture is decoration. */
  name: string;
  /** What the colour follows: an id, so that a rename keeps it. */
  seed?: string;
  src?: string | null;
  size?: "sm" | "md" | "lg";
  /** Round for people, square for workspaces. */
  shape?: "round" | "square";
  className?: string;
}

const SIZES = { sm: "size-6 text-[10px]", md: "size-8 text-xs", lg: "size-12 text-base" };

export function Avatar({ name, seed = name, src, size = "md", shape = "round", className }: AvatarProps) {
  return (
    <span
      aria-hidden
      className={classNames(
        "inline-grid shrink-0 select-none place-items-center overflow-clip font-semibold text-hue-foreground leading-none",
        SIZES[size],
        shape === "round" ? "rounded-full" : "rounded-sm",
        hueOf(seed),
        className,
      )}
    >
      {src ? (
        // biome-ignore lint/performance/noImgElement: this package knows no framework
        <img src={src} alt="" loading="lazy" className="size-full object-cover" />
      ) : (
        initials(name)
      )}
    </span>
  );
}
