"use client";

import { PICTURE_TYPES } from "@pronaflow/contract";
import { Button } from "@pronaflow/ui/button";
import { CircleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useId, useRef } from "react";
import type { readPicture } from "./read-picture.ts";
import { usePictureActs } from "./use-picture-acts.ts";

interface PictureFieldProps {
  /** The picture as it is now, or what stands in its place. */
  shown: ReactNode;
  hasPicture: boolean;
  disabledReason: string | null;
  onChoose: (picture: Awaited<ReturnType<typeof readPicture>>) => Promise<unknown>;
  onRemove: () => Promise<unknown>;
}

/** A picture with the ways to change it, and why the last one chosen was not taken. */
export function PictureField({ shown, hasPicture, disabledReason, ...acts }: PictureFieldProps) {
  const t = useTranslations("settings.picture");
  const input = useRef<HTMLInputElement>(null);
  const { choose, remove, pending, error } = usePictureActs(acts);
  const errorId = useId();
  return (
    <div className="flex flex-wrap items-center gap-4">
      {shown}
      <input
        ref={input}
        type="file"
        hidden
        accept={PICTURE_TYPES.join(",")}
        aria-label={t("choose")}
        onChange={({ target }) => {
          const file = target.files?.[0];
          target.value = "";
          if (file) void choose(file);
        }}
      />
      <div className="flex flex-wrap gap-2">
        <Button
          pending={pending === "choosing"}
          disabledReason={disabledReason}
          aria-describedby={error ? errorId : undefined}
          onClick={() => input.current?.click()}
        >
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
      <p role="status" className="sr-only">
        {pending === "choosing" ? t("uploading") : null}
      </p>
      {error ? (
        <p id={errorId} role="alert" className="flex basis-full gap-1.5 text-danger-ink text-sm">
          <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
          <span>{error}</span>
        </p>
      ) : null}
    </div>
  );
}
