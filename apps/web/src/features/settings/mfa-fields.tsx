"use client";

import { Checkbox } from "@pronaflow/ui/checkbox";
import { FormField } from "@pronaflow/ui/form-field";
import { Input } from "@pronaflow/ui/input";
import { useTranslations } from "next-intl";
import { useFormContext, useWatch } from "react-hook-form";

interface MfaFieldsProps {
  /** Whether to ask for it would lock out whoever asks. */
  wouldLockOut: boolean;
  isReadOnly: boolean;
  /** The first day that can be chosen. */
  firstDay: string;
}

/** Whether a second factor is asked for, and from when. */
export function MfaFields({ wouldLockOut, isReadOnly, firstDay }: MfaFieldsProps) {
  const t = useTranslations("settings.security");
  const { register, control } = useFormContext<{ requiresMfa: boolean }>();
  const requiresMfa = useWatch({ control, name: "requiresMfa" });
  return (
    <>
      <Checkbox label={t("requireMfa")} disabled={wouldLockOut || isReadOnly} {...register("requiresMfa")} />
      {requiresMfa ? (
        <FormField name="mfaRequiredFrom" label={t("mfaFrom")} hint={t("mfaFromHint")}>
          <Input type="date" className="w-48" min={firstDay} readOnly={isReadOnly} />
        </FormField>
      ) : null}
    </>
  );
}
