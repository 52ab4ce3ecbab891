"use client";

import { Banner } from "@pronaflow/ui/banner";
import { Button } from "@pronaflow/ui/button";
import { Separator } from "@pronaflow/ui/separator";
import { useTranslations } from "next-intl";
import { useLeaveForProvider } from "./use-leave-for-provider.ts";
import type { MarkedProvider } from "./with-marks.tsx";

interface ProviderButtonsProps {
  /** Each with its sign: drawn by the server where the page is light (`withMarks`). */
  providers: readonly MarkedProvider[];
  /** Where to go on to afterwards. */
  next: string | null;
}

/** The other ways in, one button each; nothing where none is configured. */
export function ProviderButtons({ providers, next }: ProviderButtonsProps) {
  const t = useTranslations("providers");
  const { leave, leavingFor, failure } = useLeaveForProvider(next);
  if (providers.length === 0) return null;
  return (
    <div className="mt-6 grid gap-3">
      <Separator>{t("or")}</Separator>
      {failure ? (
        <Banner tone="danger" live>
          {failure}
        </Banner>
      ) : null}
      {providers.map(({ key, name, mark }) => (
        <Button key={key} block pending={leavingFor === key} onClick={() => void leave(key)}>
          {mark}
          {t("continueWith", { provider: name })}
        </Button>
      ))}
    </div>
  );
}
