"use client";

import { readFailure } from "@pronaflow/app/trpc/failure.ts";
import { toast } from "@pronaflow/ui/toast";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { readPicture } from "./read-picture.ts";
import { refusedFile, refusedPicture } from "./refused-picture.ts";

interface PictureActs {
  onChoose: (picture: Awaited<ReturnType<typeof readPicture>>) => Promise<unknown>;
  onRemove: () => Promise<unknown>;
}

/** Changes and removes a picture; what went wrong stays until the next try, as a sentence. */
export function usePictureActs({ onChoose, onRemove }: PictureActs) {
  const t = useTranslations("settings.picture");
  const unreachable = useTranslations("states")("networkFailed");
  const locale = useLocale();
  const [pending, setPending] = useState<"choosing" | "removing" | null>(null);
  const [error, setError] = useState<string | null>(null);

  const act = async (kind: "choosing" | "removing", done: string, run: () => Promise<unknown>) => {
    setError(null);
    setPending(kind);
    try {
      await run();
      toast.success(done);
    } catch (cause) {
      const failure = readFailure(cause);
      const refused = refusedPicture(failure);
      // The words for all failures come with the first one, not with the page.
      const words = refused ? null : await import("@pronaflow/app/forms/failure-text.ts").catch(() => null);
      setError(refused ? t(`refused.${refused}`) : (words?.failureText(failure, locale, unreachable) ?? unreachable));
    } finally {
      setPending(null);
    }
  };
  const choose = async (file: File) => {
    const refused = refusedFile(file);
    if (refused) setError(t(`refused.${refused}`));
    else await act("choosing", t("changed"), async () => onChoose(await readPicture(file)));
  };
  const remove = () => act("removing", t("removed"), onRemove);
  return { choose, remove, pending, error };
}
