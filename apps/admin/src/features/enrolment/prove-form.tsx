"use client";

import { schemaResolver } from "@pronaflow/app/forms/schema-resolver.ts";
import { useRefusals } from "@pronaflow/app/forms/use-refusals.ts";
import { CodeInput } from "@pronaflow/ui/code-input";
import { Form } from "@pronaflow/ui/form";
import { FormField } from "@pronaflow/ui/form-field";
import { SubmitButton } from "@pronaflow/ui/submit-button";
import { useMutation } from "@tanstack/react-query";
import { useLocale, useTranslations } from "next-intl";
import { useForm } from "react-hook-form";
import { useTRPC } from "#trpc/context.ts";

const loadStepUpInput = async () => (await import("@pronaflow/contract/inputs/factors")).StepUpInput;

/** Raises a session of one factor to two, by the app that is set up already. */
export function ProveForm({ onProved }: { onProved: () => void }) {
  const t = useTranslations("auth.enrol");
  const stepUp = useMutation(useTRPC().auth.stepUp.mutationOptions());
  const form = useForm({
    resolver: schemaResolver(loadStepUpInput, useLocale()),
    defaultValues: { code: "" },
    reValidateMode: "onSubmit",
  });
  const refusals = useRefusals(form);

  const prove = async (input: Parameters<typeof stepUp.mutateAsync>[0]) => {
    const failure = await refusals(() => stepUp.mutateAsync(input));
    if (failure) form.setValue("code", "");
    else onProved();
  };

  return (
    <Form form={form} onSubmit={prove}>
      <FormField name="code" label={t("code")}>
        <CodeInput autoFocus />
      </FormField>
      <SubmitButton block>{t("prove")}</SubmitButton>
    </Form>
  );
}
