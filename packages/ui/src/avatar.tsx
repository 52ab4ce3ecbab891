import type { CSSProperties } from "react";
import { classNames } from "./class-names.ts";
import { hueOf } from "./hue-of.ts";
import { initials } from "./initials.ts";

interface AvatarProps {
  /** Of whom or what. The name itself stands beside it, so the picture is decoration. */
  name: string;
  /** What the colour follows: an id, so that a rename keeps it. */
  seed?: string;
  src?: string | null | undefined;
  size?: "sm" | "md" | "lg" | undefined;
  /** Round for people, square for workspaces. */
  shape?: "round" | "square";
  /** A colour of its own, for each theme with what reads on it; else one that follows the seed. */
  tones?: { light: Tone; dark: Tone } | null | undefined;
  className?: string;
}

interface Tone {
  accent: string;
  foreground: string;
}

const SIZES = { sm: "size-6 text-[10px]", md: "size-8 text-xs", lg: "size-12 text-base" };

const TONED = "bg-(--mark-light) text-(--on-mark-light) dark:bg-(--mark-dark) dark:text-(--on-mark-dark)";

function variablesOf({ light, dark }: { light: Tone; dark: Tone }): CSSProperties {
  const variables = {
    "--mark-light": light.accent,
    "--on-mark-light": light.foreground,
    "--mark-dark": dark.accent,
    "--on-mark-dark": dark.foreground,
  };
  // React's type knows no custom properties.
  return variables as CSSProperties;
}

export function Avatar({ name, seed = name, src, size = "md", shape = "round", tones, className }: AvatarProps) {
  return (
    <span
      aria-hidden
      className={classNames(
        "inline-grid shrink-0 select-none place-items-center overflow-clip font-semibold leading-none",
        SIZES[size],
        shape === "round" ? "rounded-full" : "rounded-sm",
        tones ? TONED : `${hueOf(seed)} text-hue-foreground`,
        className,
      )}
      style={tones ? variablesOf(tones) : undefined}
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
