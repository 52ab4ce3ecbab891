"use client";

import { Banner } from "@pronaflow/ui/banner";
import { Button } from "@pronaflow/ui/button";
import { Checkbox } from "@pronaflow/ui/checkbox";
import { FormField } from "@pronaflow/ui/form-field";
import { Input } from "@pronaflow/ui/input";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useFormContext, useWatch } from "react-hook-form";
import { useMe } from "#session/use-me.ts";

interface MfaFieldsProps {
  /** Whether the workspace asks for no second factor yet. */
  isOff: boolean;
  isReadOnly: boolean;
}

/** Whether a second factor is asked for, and from when; an Owner without one sets it up first. */
export function MfaFields({ isOff, isReadOnly }: MfaFieldsProps) {
  const t = useTranslations("settings.security");
  const { session } = useMe();
  const { register, control } = useFormContext<{ requiresMfa: boolean }>();
  const requiresMfa = useWatch({ control, name: "requiresMfa" });
  const wouldLockOut = isOff && !isReadOnly && session.assurance < 2;
  return (
    <>
      {wouldLockOut ? (
        <Banner
          title={t("enrolFirst")}
          action={
            <Button asChild size="sm">
              <Link href="/account/security">{t("enrol")}</Link>
            </Button>
          }
        >
          {t("enrolFirstText")}
        </Banner>
      ) : null}
      <Checkbox label={t("requireMfa")} disabled={wouldLockOut || isReadOnly} {...register("requiresMfa")} />
      {requiresMfa ? (
        <FormField name="mfaRequiredFrom" label={t("mfaFrom")} hint={t("mfaFromHint")}>
          <Input type="date" className="w-48" readOnly={isReadOnly} />
        </FormField>
      ) : null}
    </>
  );
}
