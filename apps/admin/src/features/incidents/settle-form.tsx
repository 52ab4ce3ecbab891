"use client";

import { schemaResolver } from "@pronaflow/app/forms/schema-resolver.ts";
import { useRefusals } from "@pronaflow/app/forms/use-refusals.ts";
import { Form } from "@pronaflow/ui/form";
import { FormField } from "@pronaflow/ui/form-field";
import { SubmitButton } from "@pronaflow/ui/submit-button";
import { Textarea } from "@pronaflow/ui/textarea";
import { useLocale, useTranslations } from "next-intl";
import { useForm } from "react-hook-form";
import { useSettleIncident } from "./use-settle-incident.ts";

// The incident is the page's, not the form's.
const loadReasonInput = async () =>
  (await import("@pronaflow/contract/inputs/incidents")).SettleIncidentInput.omit({ id: true });

interface SettleFormProps {
  id: string;
  act: "acknowledge" | "resolve";
  onDone: () => void;
}

export function SettleForm({ id, act, onDone }: SettleFormProps) {
  const t = useTranslations("incidents.settle");
  const settle = useSettleIncident(id, act);
  const form = useForm({ resolver: schemaResolver(loadReasonInput, useLocale()), defaultValues: { reason: "" } });
  const refusals = useRefusals(form);

  const submit = async ({ reason }: { reason: string }) => {
    const failure = await refusals(() => settle(reason));
    if (!failure) return onDone();
    // Turning the question for the password down is no error.
    if (failure.code === "STEP_UP_REQUIRED") form.clearErrors("root");
  };

  return (
    <Form form={form} onSubmit={submit}>
      <FormField name="reason" label={t("reason")} hint={t("reasonHint")}>
        <Textarea autoFocus maxLength={600} />
      </FormField>
      <SubmitButton block>{t(act)}</SubmitButton>
    </Form>
  );
}
