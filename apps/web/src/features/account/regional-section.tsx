"use client";

import { localeNames } from "@pronaflow/app/i18n/locale-names.ts";
import { LOCALES } from "@pronaflow/contract";
import { FormSelect } from "@pronaflow/ui/form-select";
import { useTranslations } from "next-intl";
import { useMemo } from "react";
import { useMe } from "#session/use-me.ts";
import { ProfileForm } from "./profile-form.tsx";

const FIELDS = ["locale", "timeZone"] as const;
const LANGUAGES = LOCALES.map((locale) => ({ value: locale, label: localeNames[locale] }));

/** In which words and at which hours PronaFlow speaks to one. */
export function RegionalSection() {
  const t = useTranslations("account");
  const { timeZone } = useMe().user;
  const zones = useMemo(() => timeZonesWith(timeZone), [timeZone]);
  return (
    <ProfileForm title={t("regional")} description={t("regionalText")} fields={FIELDS}>
      <FormSelect name="locale" label={t("locale")} options={LANGUAGES} />
      <FormSelect name="timeZone" label={t("timeZone")} options={zones} />
    </ProfileForm>
  );
}

/** Every zone the browser knows, UTC, and the one in force, which an old browser may not list. */
function timeZonesWith(current: string) {
  const known = new Set(["UTC", current, ...Intl.supportedValuesOf("timeZone")]);
  return [...known].sort().map((zone) => ({ value: zone, label: zone.replaceAll("_", " ") }));
}
