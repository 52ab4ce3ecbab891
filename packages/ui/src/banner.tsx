import { CircleAlert, CircleCheck, Info, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { classNames } from "./class-names.ts";

interface BannerProps {
  tone?: "info" | "success" | "warning" | "danger";
  title?: ReactNode;
  children?: ReactNode;
  /** A button or link, at the right; below the words at 360 px. */
  action?: ReactNode;
  /** It appears in answer to an act, so it is announced. */
  live?: boolean;
  className?: string;
}

const LOOKS = {
  info: { icon: Info, box: "border-info-line bg-info-subtle", ink: "text-info-ink" },
  success: { icon: CircleCheck, box: "border-success-line bg-success-subtle", ink: "text-success-ink" },
  warning: { icon: TriangleAlert, box: "border-warning-line bg-warning-subtle", ink: "text-warning-ink" },
  danger: { icon: CircleAlert, box: "border-danger-line bg-danger-subtle", ink: "text-danger-ink" },
} as const;

/** A message about the page or form it stands in. */
export function Banner({ tone = "info", title, children, action, live, className }: BannerProps) {
  const { icon: Icon, box, ink } = LOOKS[tone];
  const urgent = tone === "danger" || tone === "warning" ? "alert" : "status";
  return (
    <div
      role={live ? urgent : undefined}
      className={classNames("flex gap-3 rounded-md border p-3 text-sm", box, className)}
    >
      <Icon aria-hidden className={classNames("mt-0.5 size-4 shrink-0", ink)} />
      <div className="flex min-w-0 flex-1 flex-wrap items-center gap-x-4 gap-y-2">
        <div className="min-w-48 flex-1">
          {title ? <p className={classNames("font-medium", ink)}>{title}</p> : null}
          {children ? <div className="text-foreground">{children}</div> : null}
        </div>
        {action}
      </div>
    </div>
  );
}
