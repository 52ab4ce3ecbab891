"use client";

import type { ReactElement, ReactNode } from "react";
import { cloneElement, lazy, Suspense, useState } from "react";
import { Popover } from "./popover.tsx";

export interface SearchMenuItem {
  id: string;
  label: string;
  icon?: ReactNode;
  /** At the right, quieter: a role. */
  aside?: ReactNode;
  keywords?: string[];
  isCurrent?: boolean;
  onSelect: () => void;
}

export interface SearchMenuProps {
  trigger: ReactElement<{ onPointerEnter?: () => void; onFocus?: () => void }>;
  labels: { menu: string; placeholder: string; heading: string; empty: string };
  /** A function where they are many or dear: it is called when the list opens. */
  items: readonly SearchMenuItem[] | (() => readonly SearchMenuItem[]);
  /** Below the list, never filtered away: "Create …". */
  acts?: readonly SearchMenuItem[];
  /**
   * Where the server finds: called with "" when it opens, and 250 ms after the last key with what is typed; `items` are then
   * its answer, as they are.
   */
  onSearch?: (text: string) => void;
  /** Its answer is on its way. */
  isSearching?: boolean;
  /** Under the list: that there are more than are shown, or what went wrong. */
  note?: ReactNode;
}

const load = async () => ({ default: (await import("./search-menu-list.tsx")).SearchMenuList });
const SearchMenuList = lazy(load);

/**
 * A list one chooses from by typing: the first match is taken by Enter, arrows move, Escape closes. The list is fetched
 * when its button is first pointed at or focused.
 */
export function SearchMenu({ trigger, ...list }: SearchMenuProps) {
  const [open, setOpen] = useState(false);
  const turn = (isOpen: boolean) => {
    setOpen(isOpen);
    // Each time begins with everything again.
    list.onSearch?.("");
  };
  const approached = cloneElement(trigger, { onPointerEnter: () => void load(), onFocus: () => void load() });
  return (
    <Popover trigger={approached} label={list.labels.menu} open={open} onOpenChange={turn} className="w-72 p-0">
      <Suspense fallback={<div className="h-40" />}>
        <SearchMenuList {...list} onChosen={() => turn(false)} />
      </Suspense>
    </Popover>
  );
}
