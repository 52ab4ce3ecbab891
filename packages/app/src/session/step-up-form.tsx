"use client";

import type { StepUpInput } from "@pronaflow/contract/inputs/factors";
import { CodeInput } from "@pronaflow/ui/code-input";
import { Form } from "@pronaflow/ui/form";
import { FormField } from "@pronaflow/ui/form-field";
import { PasswordInput } from "@pronaflow/ui/password-input";
import { SubmitButton } from "@pronaflow/ui/submit-button";
import { useMutation } from "@tanstack/react-query";
import { useLocale, useTranslations } from "next-intl";
import { useForm } from "react-hook-form";
import type * as z from "zod";
import { schemaResolver } from "../forms/schema-resolver.ts";
import { usePasswordLabels } from "../forms/use-password-labels.ts";
import { useRefusals } from "../forms/use-refusals.ts";
import type { StepUpApi } from "./step-up-api.ts";

const loadStepUpInput = async () => (await import("@pronaflow/contract/inputs/factors")).StepUpInput;

interface StepUpFormProps {
  api: StepUpApi;
  by: "password" | "code";
  onProved: () => void;
}

/** One proof that is typed: the password, or a code of the app. */
export function StepUpForm({ api, by, onProved }: StepUpFormProps) {
  const t = useTranslations("stepUp");
  const labels = usePasswordLabels();
  const stepUp = useMutation({ mutationFn: api.stepUp.mutate });
  const form = useForm<z.input<typeof StepUpInput>, unknown, z.output<typeof StepUpInput>>({
    resolver: schemaResolver(loadStepUpInput, useLocale()),
    defaultValues: { [by]: "" },
    reValidateMode: "onSubmit",
  });
  const refusals = useRefusals(form);

  const prove = async (input: z.output<typeof StepUpInput>) => {
    if (!(await refusals(() => stepUp.mutateAsync(input)))) onProved();
    else if (by === "code") form.setValue("code", "");
  };

  return (
    <Form form={form} onSubmit={prove}>
      {by === "password" ? (
        <FormField name="password" label={t("password")}>
          <PasswordInput autoFocus labels={labels} autoComplete="current-password" />
        </FormField>
      ) : (
        <FormField name="code" label={t("code")}>
          <CodeInput autoFocus />
        </FormField>
      )}
      <SubmitButton block>{t("confirm")}</SubmitButton>
    </Form>
  );
}
