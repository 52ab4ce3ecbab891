"use client";

import { Button } from "@pronaflow/ui/button";
import { useTranslations } from "next-intl";
import { lazy, Suspense, useState } from "react";

const NotMeDialog = lazy(async () => ({ default: (await import("./not-me-dialog.tsx")).NotMeDialog }));

interface NotMeButtonProps {
  act: string;
  mendedAt: string;
}

/** For an act that one does not remember. What to do is fetched when it is first asked for. */
export function NotMeButton({ act, mendedAt }: NotMeButtonProps) {
  const t = useTranslations("activity");
  const [hasAsked, setHasAsked] = useState(false);
  const [isOpen, setOpen] = useState(false);

  const ask = () => {
    setHasAsked(true);
    setOpen(true);
  };

  return (
    <>
      <Button
        size="sm"
        variant="ghost"
        aria-label={t("notMeNamed", { act })}
        onClick={ask}
        className="-mx-3 text-muted-foreground hover:text-foreground"
      >
        {t("notMe")}
      </Button>
      {hasAsked ? (
        <Suspense fallback={null}>
          <NotMeDialog act={act} mendedAt={mendedAt} open={isOpen} onOpenChange={setOpen} />
        </Suspense>
      ) : null}
    </>
  );
}
