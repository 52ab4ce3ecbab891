"use client";

import { useTranslations } from "next-intl";

/** The words around a password's box. */
export function usePasswordLabels() {
  const t = useTranslations("password");
  return { show: t("show"), hide: t("hide"), capsLock: t("capsLock") };
}
