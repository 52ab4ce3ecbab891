"use client";

import { Check } from "lucide-react";
import * as Radix from "radix-ui/dropdown-menu";
import type { ReactElement, ReactNode } from "react";
import { cloneElement } from "react";
import { classNames } from "./class-names.ts";
import { menuRow } from "./menu-look.ts";

interface MenuItemProps {
  icon?: ReactNode;
  children: ReactNode;
  onSelect?: () => void;
  /** An empty link element to render instead: `<Link href="…" />`. */
  link?: ReactElement<{ children?: ReactNode }>;
  danger?: boolean;
  /** The one of several that is in force. */
  isCurrent?: boolean;
  /** Why it cannot be chosen, as a second line. */
  disabledReason?: string | null;
  /** Keys, at the right. */
  shortcut?: ReactNode;
}

/** A row of a `DropdownMenu`. */
export function MenuItem(props: MenuItemProps) {
  const { icon, children, onSelect, link, danger, isCurrent, disabledReason, shortcut } = props;
  const content = (
    <>
      {icon}
      <span className="grid min-w-0 flex-1">
        <span className="truncate">{children}</span>
        {disabledReason ? <span className="text-muted-foreground text-xs">{disabledReason}</span> : null}
      </span>
      {shortcut}
      {isCurrent ? <Check aria-hidden /> : null}
    </>
  );
  return (
    <Radix.Item
      asChild={Boolean(link)}
      disabled={Boolean(disabledReason)}
      onSelect={onSelect}
      aria-current={isCurrent ? "true" : undefined}
      className={classNames(menuRow, danger && "text-danger-ink [&_svg]:text-danger-ink")}
    >
      {link ? cloneElement(link, {}, content) : content}
    </Radix.Item>
  );
}
