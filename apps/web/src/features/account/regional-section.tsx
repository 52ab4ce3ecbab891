"use client";

import { localeNames } from "@pronaflow/app/i18n/locale-names.ts";
import { LOCALES } from "@pronaflow/contract";
import { FormSelect } from "@pronaflow/ui/form-select";
import { useTranslations } from "next-intl";
import { ZoneField } from "#features/zones/zone-field.tsx";
import { ProfileForm } from "./profile-form.tsx";

const FIELDS = ["locale", "timeZone"] as const;
const LANGUAGES = LOCALES.map((locale) => ({ value: locale, label: localeNames[locale] }));

/** In which words and at which hours PronaFlow speaks to one. */
export function RegionalSection() {
  const t = useTranslations("account");
  return (
    <ProfileForm title={t("regional")} description={t("regionalText")} fields={FIELDS}>
      <FormSelect name="locale" label={t("locale")} options={LANGUAGES} />
      <ZoneField />
    </ProfileForm>
  );
}
