"use client";

import { CommandPalette } from "@pronaflow/ui/command-palette";
import { Kbd } from "@pronaflow/ui/kbd";
import { Search } from "lucide-react";
import { useTranslations } from "next-intl";
import { lazy, useState } from "react";

const PaletteDialog = lazy(async () => ({ default: (await import("./palette-dialog.tsx")).PaletteDialog }));

/** The button of the command palette, and the palette: every page, every workspace, every act, by ⌘K. */
export function Palette() {
  const t = useTranslations("shell");
  const [open, setOpen] = useState(false);
  return (
    <>
      <button
        type="button"
        aria-haspopup="dialog"
        onClick={() => setOpen(true)}
        className="flex h-(--nav-height) w-full items-center gap-2.5 rounded-md border bg-card px-2.5 text-muted-foreground transition-colors hover:text-foreground"
      >
        <Search aria-hidden className="size-4" />
        <span className="flex-1 text-left">{t("search")}</span>
        <span aria-hidden className="hidden gap-1 md:flex">
          <Kbd>⌘K</Kbd>
        </span>
      </button>
      <CommandPalette open={open} onOpenChange={setOpen}>
        <PaletteDialog open={open} onOpenChange={setOpen} />
      </CommandPalette>
    </>
  );
}
