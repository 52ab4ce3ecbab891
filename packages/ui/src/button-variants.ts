import type { VariantProps } from "class-variance-authority";
import { cva } from "class-variance-authority";

/** The looks of a button; also for a link that should look like one. */
export const buttonVariants = cva(
  [
    "relative inline-flex shrink-0 select-none items-center justify-center gap-2 whitespace-nowrap rounded-md border",
    "font-medium text-sm transition-colors",
    "disabled:cursor-not-allowed disabled:opacity-50 aria-disabled:cursor-not-allowed",
    "data-[blocked]:opacity-60 [&_svg]:size-4 [&_svg]:shrink-0",
  ],
  {
    variants: {
      variant: {
        primary: "border-transparent bg-primary text-primary-foreground hover:bg-primary-hover",
        secondary: "border-control/60 bg-card text-foreground hover:bg-hover",
        ghost: "border-transparent text-foreground hover:bg-hover",
        danger: "border-transparent bg-danger text-danger-foreground hover:bg-danger-hover",
      },
      size: {
        md: "h-(--control-height) px-4",
        sm: "h-(--control-height-sm) px-3 text-xs",
        icon: "size-(--control-height)",
        "icon-sm": "size-(--control-height-sm)",
      },
      block: { true: "w-full" },
    },
    defaultVariants: { variant: "secondary", size: "md" },
  },
);

export type ButtonVariants = VariantProps<typeof buttonVariants>;
