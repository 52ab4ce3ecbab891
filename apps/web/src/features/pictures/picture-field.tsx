"use client";

import { useFailureToast } from "@pronaflow/app/forms/use-failure-toast.ts";
import { PICTURE_BYTES, PICTURE_TYPES } from "@pronaflow/contract";
import { Button } from "@pronaflow/ui/button";
import { toast } from "@pronaflow/ui/toast";
import { useTranslations } from "next-intl";
import type { ChangeEvent, ReactNode } from "react";
import { useRef, useState } from "react";
import { readPicture } from "./read-picture.ts";

interface PictureFieldProps {
  /** The picture as it is now, or what stands in its place. */
  shown: ReactNode;
  hasPicture: boolean;
  disabledReason: string | null;
  onChoose: (picture: Awaited<ReturnType<typeof readPicture>>) => Promise<unknown>;
  onRemove: () => Promise<unknown>;
}

/** A picture with the ways to change it. */
export function PictureField({ shown, hasPicture, disabledReason, onChoose, onRemove }: PictureFieldProps) {
  const t = useTranslations("settings.picture");
  const failed = useFailureToast();
  const input = useRef<HTMLInputElement>(null);
  const [pending, setPending] = useState<"choosing" | "removing" | null>(null);

  const choose = async (event: ChangeEvent<HTMLInputElement>) => {
    const file = event.target.files?.[0];
    event.target.value = "";
    if (!file) return;
    if (file.size > PICTURE_BYTES) {
      toast.error(t("failed"), { description: t("tooLarge") });
      return;
    }
    setPending("choosing");
    try {
      await onChoose(await readPicture(file));
      toast.success(t("changed"));
    } catch (error) {
      await failed(t("failed"), error);
    } finally {
      setPending(null);
    }
  };
  const remove = async () => {
    setPending("removing");
    try {
      await onRemove();
      toast.success(t("removed"));
    } catch (error) {
      await failed(t("removeFailed"), error);
    } finally {
      setPending(null);
    }
  };

  return (
    <div className="flex flex-wrap items-center gap-4">
      {shown}
      <input
        ref={input}
        type="file"
        hidden
        accept={PICTURE_TYPES.join(",")}
        aria-label={t("choose")}
        onChange={(event) => void choose(event)}
      />
      <div className="flex flex-wrap gap-2">
        <Button pending={pending === "choosing"} disabledReason={disabledReason} onClick={() => input.current?.click()}>
          {hasPicture ? t("replace") : t("choose")}
        </Button>
        {hasPicture ? (
          <Button
            variant="ghost"
            pending={pending === "removing"}
            disabledReason={disabledReason}
            onClick={() => void remove()}
          >
            {t("remove")}
          </Button>
        ) : null}
      </div>
    </div>
  );
}
