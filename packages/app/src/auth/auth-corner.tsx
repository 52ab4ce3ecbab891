"use client";

import { ThemeToggle } from "@pronaflow/ui/theme-toggle";
import { useTranslations } from "next-intl";
import { LanguageChoice } from "./language-choice.tsx";

/** Language and theme for someone who has no account menu. */
export function AuthCorner() {
  const t = useTranslations("app");
  return (
    <>
      <LanguageChoice />
      <ThemeToggle labels={{ theme: t("theme"), light: t("light"), dark: t("dark"), system: t("system") }} />
    </>
  );
}
