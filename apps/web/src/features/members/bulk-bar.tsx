"use client";

import type { Member } from "@pronaflow/contract/outputs/members";
import { Button } from "@pronaflow/ui/button";
import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import type { BulkKind } from "./bulk-act.ts";
import { BULK_KINDS, reachedBy } from "./bulk-act.ts";

interface BulkBarProps {
  chosen: readonly Member[];
  onAct: (kind: BulkKind) => void;
  onClear: () => void;
}

/** At the foot of the list: how many are chosen, and what can be done to them. */
export function BulkBar({ chosen, onAct, onClear }: BulkBarProps) {
  const t = useTranslations("members");
  const words = { role: "changeRole", deactivate: "deactivate", reactivate: "reactivate", remove: "remove" } as const;
  const whyNot = (kind: BulkKind) => {
    if (reachedBy(kind, chosen).length > 0 || (kind !== "deactivate" && kind !== "reactivate")) return null;
    return t(`bulk.none.${kind}`);
  };
  return (
    <section
      aria-label={t("bulk.label")}
      className="sticky bottom-2 z-20 flex flex-wrap items-center gap-2 rounded-md border bg-popover p-2 pl-4 shadow-raised"
    >
      <p className="min-w-0 flex-1 whitespace-nowrap font-medium tabular-nums" role="status">
        {t("bulk.chosen", { count: chosen.length })}
      </p>
      <Button className="sm:order-last" variant="ghost" size="icon-sm" aria-label={t("bulk.clear")} onClick={onClear}>
        <X aria-hidden />
      </Button>
      <div className="grid w-full grid-cols-2 gap-2 sm:flex sm:w-auto">
        {BULK_KINDS.map((kind) => (
          <Button
            key={kind}
            size="sm"
            variant={kind === "remove" ? "danger" : "secondary"}
            disabledReason={whyNot(kind)}
            onClick={() => onAct(kind)}
          >
            {t(words[kind])}
          </Button>
        ))}
      </div>
    </section>
  );
}
