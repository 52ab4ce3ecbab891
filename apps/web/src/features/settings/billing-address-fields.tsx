"use client";

import { COUNTRIES } from "@pronaflow/contract";
import { Field } from "@pronaflow/ui/field";
import { FormField } from "@pronaflow/ui/form-field";
import { Input } from "@pronaflow/ui/input";
import { Select } from "@pronaflow/ui/select";
import { useLocale, useTranslations } from "next-intl";
import { useMemo } from "react";
import { useController } from "react-hook-form";

/** A select's row cannot be worth nothing. */
const NONE = "none";

/** Where the invoice says it goes. */
export function BillingAddressFields() {
  const t = useTranslations("settings.billing");
  const locale = useLocale();
  const { field, fieldState } = useController({ name: "country" });
  const countries = useMemo(() => {
    const names = new Intl.DisplayNames(locale, { type: "region" });
    const named = COUNTRIES.map((code) => ({ value: code, label: names.of(code) ?? code }));
    return named.sort((one, other) => one.label.localeCompare(other.label, locale));
  }, [locale]);
  return (
    <>
      <FormField name="addressLine1" label={t("addressLine1")}>
        <Input autoComplete="address-line1" />
      </FormField>
      <FormField name="addressLine2" label={t("addressLine2")}>
        <Input autoComplete="address-line2" />
      </FormField>
      <div className="grid gap-4 sm:grid-cols-2">
        <FormField name="postalCode" label={t("postalCode")}>
          <Input autoComplete="postal-code" />
        </FormField>
        <FormField name="city" label={t("city")}>
          <Input autoComplete="address-level2" />
        </FormField>
      </div>
      <FormField name="region" label={t("region")}>
        <Input autoComplete="address-level1" />
      </FormField>
      <Field label={t("country")} error={fieldState.error?.message}>
        <Select
          ref={field.ref}
          options={[{ value: NONE, label: t("noCountry") }, ...countries]}
          value={String(field.value || NONE)}
          onValueChange={(value) => field.onChange(value === NONE ? "" : value)}
          onBlur={field.onBlur}
        />
      </Field>
    </>
  );
}
