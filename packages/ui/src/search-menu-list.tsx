"use client";

import { Command } from "cmdk";
import { Check } from "lucide-react";
import { menuRow } from "./menu-look.ts";
import type { SearchMenuItem, SearchMenuProps } from "./search-menu.tsx";
import { Separator } from "./separator.tsx";

interface SearchMenuListProps extends Pick<SearchMenuProps, "labels" | "items" | "acts"> {
  onChosen: () => void;
}

/** What `SearchMenu` opens. */
export function SearchMenuList({ labels, items, acts = [], onChosen }: SearchMenuListProps) {
  const row = (item: SearchMenuItem, isForced: boolean) => (
    <Command.Item
      key={item.id}
      value={`${item.label} ${item.id}`}
      keywords={item.keywords}
      forceMount={isForced || undefined}
      onSelect={() => {
        onChosen();
        item.onSelect();
      }}
      className={menuRow}
    >
      {item.icon}
      <span className="min-w-0 flex-1 truncate">{item.label}</span>
      {item.aside ? <span className="text-muted-foreground text-xs">{item.aside}</span> : null}
      {item.isCurrent ? <Check aria-hidden /> : null}
    </Command.Item>
  );
  return (
    <Command label={labels.menu} loop>
      <Command.Input
        autoFocus
        placeholder={labels.placeholder}
        className="h-11 w-full min-w-0 border-b bg-transparent px-3 text-base outline-none sm:h-10 sm:text-sm"
      />
      <Command.List className="max-h-80 overflow-y-auto p-1">
        <Command.Empty className="px-3 py-6 text-center text-muted-foreground">{labels.empty}</Command.Empty>
        <Command.Group
          heading={labels.heading}
          className="[&_[cmdk-group-heading]]:px-2 [&_[cmdk-group-heading]]:py-1.5 [&_[cmdk-group-heading]]:text-muted-foreground [&_[cmdk-group-heading]]:text-xs"
        >
          {items.map((item) => row(item, false))}
        </Command.Group>
        {acts.length > 0 ? (
          <Command.Group forceMount>
            <Separator className="my-1" />
            {acts.map((act) => row(act, true))}
          </Command.Group>
        ) : null}
      </Command.List>
    </Command>
  );
}
