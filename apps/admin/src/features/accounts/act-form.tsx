"use client";

import { schemaResolver } from "@pronaflow/app/forms/schema-resolver.ts";
import { useRefusals } from "@pronaflow/app/forms/use-refusals.ts";
import type { AccountDetail } from "@pronaflow/contract/outputs/accounts";
import { Field } from "@pronaflow/ui/field";
import { Form } from "@pronaflow/ui/form";
import { FormField } from "@pronaflow/ui/form-field";
import { Select } from "@pronaflow/ui/select";
import { SubmitButton } from "@pronaflow/ui/submit-button";
import { Textarea } from "@pronaflow/ui/textarea";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { useForm } from "react-hook-form";
import type { AccountAct } from "./account-act.ts";
import { useAccountAct } from "./use-account-act.ts";

// Account and end are not the form's.
const loadReasonInput = async () =>
  (await import("@pronaflow/contract/inputs/accounts")).SuspendAccountInput.omit({ id: true, until: true });

const DAYS = [1, 3, 7, 30, 90, 365];

interface ActFormProps {
  account: AccountDetail;
  act: AccountAct;
  onDone: () => void;
}

/** Why, and for a suspension how long. */
export function ActForm({ account, act, onDone }: ActFormProps) {
  const t = useTranslations("accounts");
  const doIt = useAccountAct(account, act);
  const [lasts, setLasts] = useState("open");
  const form = useForm({ resolver: schemaResolver(loadReasonInput, useLocale()), defaultValues: { reason: "" } });
  const refusals = useRefusals(form);

  const submit = async ({ reason }: { reason: string }) => {
    const failure = await refusals(() => doIt({ reason, days: lasts === "open" ? null : Number(lasts) }));
    if (!failure) return onDone();
    // Turning the question for the password down is no error.
    if (failure.code === "STEP_UP_REQUIRED") form.clearErrors("root");
  };

  return (
    <Form form={form} onSubmit={submit}>
      {act.kind === "suspend" ? (
        <Field label={t("suspend.lasts")}>
          <Select
            value={lasts}
            onValueChange={setLasts}
            options={[
              { value: "open", label: t("lasts.open") },
              ...DAYS.map((days) => ({ value: String(days), label: t("lasts.days", { days }) })),
            ]}
          />
        </Field>
      ) : null}
      <FormField name="reason" label={t("reason")} hint={t(act.kind === "reactivate" ? "reasonKept" : "reasonHint")}>
        <Textarea autoFocus maxLength={600} />
      </FormField>
      <SubmitButton block variant={act.kind === "suspend" ? "danger" : "primary"}>
        {t(`${act.kind}.confirm`)}
      </SubmitButton>
    </Form>
  );
}
