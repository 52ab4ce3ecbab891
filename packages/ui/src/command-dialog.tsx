"use client";

import { Command } from "cmdk";
import { Search } from "lucide-react";
import * as Radix from "radix-ui/dialog";
import type { ReactNode } from "react";
import { adoptDocumentNonce } from "./document-nonce.ts";
import { matchWords } from "./match-words.ts";
import { menuRow } from "./menu-look.ts";
import { useReturnFocus } from "./return-focus.ts";
import { useListTop } from "./use-list-top.ts";

adoptDocumentNonce();

export interface CommandGroup {
  heading: string;
  items: readonly {
    id: string;
    label: string;
    icon?: ReactNode;
    /** Other words it is found by. */
    keywords?: string[];
    shortcut?: ReactNode;
    onSelect: () => void;
  }[];
}

interface CommandDialogProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  labels: { title: string; placeholder: string; empty: string };
  groups: readonly CommandGroup[];
}

/** The list of a `CommandPalette`. */
export function CommandDialog({ open, onOpenChange, labels, groups }: CommandDialogProps) {
  const returnFocus = useReturnFocus();
  const { list, showTop } = useListTop();
  const choose = (act: () => void) => {
    onOpenChange(false);
    act();
  };
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange}>
      <Radix.Portal>
        <Radix.Overlay className="fixed inset-0 z-40 animate-appear bg-overlay" />
        <Radix.Content
          aria-describedby={undefined}
          {...returnFocus}
          className="fixed inset-x-2 top-2 z-50 mx-auto max-w-140 animate-appear overflow-clip rounded-md border bg-popover text-foreground shadow-raised outline-none sm:top-[14vh]"
        >
          <Radix.Title className="sr-only">{labels.title}</Radix.Title>
          <Command label={labels.title} filter={matchWords} loop>
            <div className="flex items-center gap-2 border-b px-4">
              <Search aria-hidden className="size-4 shrink-0 text-muted-foreground" />
              <Command.Input
                placeholder={labels.placeholder}
                onValueChange={showTop}
                className="h-12 w-full min-w-0 bg-transparent text-base outline-none sm:text-sm"
              />
            </div>
            <Command.List ref={list} className="max-h-80 overflow-y-auto p-1">
              <Command.Empty className="px-3 py-8 text-center text-muted-foreground">{labels.empty}</Command.Empty>
              {groups.map((group) => (
                <Command.Group
                  key={group.heading}
                  heading={group.heading}
                  className="[&_[cmdk-group-heading]]:px-2 [&_[cmdk-group-heading]]:py-1.5 [&_[cmdk-group-heading]]:text-muted-foreground [&_[cmdk-group-heading]]:text-xs"
                >
                  {group.items.map((item) => (
                    <Command.Item
                      key={item.id}
                      value={`${item.label} ${item.id}`}
                      keywords={[item.label, ...(item.keywords ?? [])]}
                      onSelect={() => choose(item.onSelect)}
                      className={menuRow}
                    >
                      {item.icon}
                      <span className="flex-1 truncate">{item.label}</span>
                      {item.shortcut}
                    </Command.Item>
                  ))}
                </Command.Group>
              ))}
            </Command.List>
          </Command>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
