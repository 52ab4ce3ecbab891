"use client";

import { Command } from "cmdk";
import { Check } from "lucide-react";
import { useEffect, useRef } from "react";
import { matchWords } from "./match-words.ts";
import { menuRow } from "./menu-look.ts";
import type { SearchMenuItem, SearchMenuProps } from "./search-menu.tsx";
import { Separator } from "./separator.tsx";
import { useListTop } from "./use-list-top.ts";

interface SearchMenuListProps extends Omit<SearchMenuProps, "trigger"> {
  onChosen: () => void;
}

const WAIT_MS = 250;

/** What `SearchMenu` opens. */
export function SearchMenuList(props: SearchMenuListProps) {
  const { labels, items, acts = [], onSearch, isSearching = false, note, onChosen } = props;
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  const { list, showTop } = useListTop();
  const typed = (text: string) => {
    showTop();
    clearTimeout(timer.current);
    if (onSearch) timer.current = setTimeout(() => onSearch(text.trim()), WAIT_MS);
  };
  const row = (item: SearchMenuItem, isForced: boolean) => (
    <Command.Item
      key={item.id}
      value={`${item.label} ${item.id}`}
      keywords={[item.label, ...(item.keywords ?? [])]}
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
    <Command label={labels.menu} filter={matchWords} shouldFilter={!onSearch} loop>
      <Command.Input
        autoFocus
        onValueChange={typed}
        placeholder={labels.placeholder}
        className="h-11 w-full min-w-0 border-b bg-transparent px-3 text-base outline-none sm:h-10 sm:text-sm"
      />
      <Command.List ref={list} aria-busy={isSearching} className="max-h-80 overflow-y-auto p-1">
        {isSearching ? null : (
          <Command.Empty className="px-3 py-6 text-center text-muted-foreground">{labels.empty}</Command.Empty>
        )}
        <Command.Group
          heading={labels.heading}
          className="[&_[cmdk-group-heading]]:px-2 [&_[cmdk-group-heading]]:py-1.5 [&_[cmdk-group-heading]]:text-muted-foreground [&_[cmdk-group-heading]]:text-xs"
        >
          {(typeof items === "function" ? items() : items).map((item) => row(item, false))}
        </Command.Group>
        {acts.length > 0 ? (
          <Command.Group forceMount>
            <Separator className="my-1" />
            {acts.map((act) => row(act, true))}
          </Command.Group>
        ) : null}
      </Command.List>
      {note ? <div className="border-t px-3 py-2 text-muted-foreground text-xs">{note}</div> : null}
    </Command>
  );
}
