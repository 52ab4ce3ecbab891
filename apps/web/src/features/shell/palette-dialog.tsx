"use client";

import { CommandDialog } from "@pronaflow/ui/command-dialog";
import { useTranslations } from "next-intl";
import { usePaletteGroups } from "./use-palette-groups.tsx";

interface PaletteDialogProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
}

/** Every page, every workspace, every act. */
export function PaletteDialog({ open, onOpenChange }: PaletteDialogProps) {
  const t = useTranslations("shell");
  return (
    <CommandDialog
      open={open}
      onOpenChange={onOpenChange}
      labels={{ title: t("paletteTitle"), placeholder: t("palettePlaceholder"), empty: t("paletteEmpty") }}
      groups={usePaletteGroups()}
    />
  );
}
