import type { ReactNode } from "react";
import { classNames } from "./class-names.ts";

interface BadgeProps {
  tone?: "neutral" | "accent" | "info" | "success" | "warning" | "danger";
  icon?: ReactNode;
  className?: string;
  children: ReactNode;
}

const TONES = {
  neutral: "border-border bg-muted text-foreground",
  accent: "border-transparent bg-accent text-accent-foreground",
  info: "border-info-line bg-info-subtle text-info-ink",
  success: "border-success-line bg-success-subtle text-success-ink",
  warning: "border-warning-line bg-warning-subtle text-warning-ink",
  danger: "border-danger-line bg-danger-subtle text-danger-ink",
};

/** A state or a role in a word or two. */
export function Badge({ tone = "neutral", icon, className, children }: BadgeProps) {
  return (
    <span
      className={classNames(
        "inline-flex h-5 shrink-0 items-center gap-1 whitespace-nowrap rounded-sm border px-1.5 font-medium text-xs [&_svg]:size-3",
        TONES[tone],
        className,
      )}
    >
      {icon}
      {children}
    </span>
  );
}
