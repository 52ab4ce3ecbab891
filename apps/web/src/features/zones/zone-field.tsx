"use client";

import { Field } from "@pronaflow/ui/field";
import { useTranslations } from "next-intl";
import { useController } from "react-hook-form";
import { ZoneSelect } from "./zone-select.tsx";

/** The time zone of the surrounding form. */
export function ZoneField({ disabled = false }: { disabled?: boolean }) {
  const t = useTranslations("zones");
  const { field, fieldState } = useController<{ timeZone: string }>({ name: "timeZone" });
  return (
    <Field label={t("zone")} error={fieldState.error?.message}>
      <ZoneSelect zone={field.value} onChange={field.onChange} disabled={disabled} />
    </Field>
  );
}
