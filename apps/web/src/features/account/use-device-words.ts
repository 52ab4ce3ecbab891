"use client";

import { useTranslations } from "next-intl";

interface Origin {
  browser: string | null;
  os: string | null;
  city: string | null;
  country: string | null;
}

/** What a person calls the device of a session or a trust, and where it was. */
export function useDeviceWords({ browser, os, city, country }: Origin): { device: string; place: string } {
  const t = useTranslations("security");
  const named = browser && os ? t("browserOn", { browser, os }) : (browser ?? os);
  return {
    device: named ?? t("unknownDevice"),
    place: [city, country].filter(Boolean).join(", ") || t("unknownPlace"),
  };
}
