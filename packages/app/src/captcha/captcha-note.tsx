"use client";

import { useTranslations } from "next-intl";

/** Says, in sight and aloud, that the browser is proving itself. Always there, so that its words are announced. */
export function CaptchaNote({ isSolving }: { isSolving: boolean }) {
  const t = useTranslations("captcha");
  return (
    <p role="status" className={isSolving ? "text-center text-muted-foreground text-sm" : "sr-only"}>
      {isSolving ? t("solving") : null}
    </p>
  );
}
