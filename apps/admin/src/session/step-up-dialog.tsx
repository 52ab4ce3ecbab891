"use client";

import { Dialog } from "@pronaflow/ui/dialog";
import { Form } from "@pronaflow/ui/form";
import { FormField } from "@pronaflow/ui/form-field";
import { PasswordInput } from "@pronaflow/ui/password-input";
import { SubmitButton } from "@pronaflow/ui/submit-button";
import { useMutation } from "@tanstack/react-query";
import { useLocale, useTranslations } from "next-intl";
import { useForm } from "react-hook-form";
import { schemaResolver } from "#forms/schema-resolver.ts";
import { usePasswordLabels } from "#forms/use-password-labels.ts";
import { useRefusals } from "#forms/use-refusals.ts";
import { useTRPC } from "#trpc/context.ts";

const loadStepUpInput = async () => (await import("@pronaflow/contract/inputs/factors")).StepUpInput;

interface StepUpDialogProps {
  onProved: () => void;
  onDeclined: () => void;
}

export function StepUpDialog({ onProved, onDeclined }: StepUpDialogProps) {
  const t = useTranslations("shell");
  const app = useTranslations("app");
  const labels = usePasswordLabels();
  const stepUp = useMutation(useTRPC().auth.stepUp.mutationOptions());
  const form = useForm({ resolver: schemaResolver(loadStepUpInput, useLocale()), defaultValues: { password: "" } });
  const refusals = useRefusals(form);

  const prove = async (input: { password?: string | undefined }) => {
    if (!(await refusals(() => stepUp.mutateAsync(input)))) onProved();
  };

  return (
    <Dialog
      open
      onOpenChange={(isOpen) => !isOpen && onDeclined()}
      title={t("stepUpTitle")}
      description={t("stepUpText")}
      closeLabel={app("close")}
      width="sm"
    >
      <Form form={form} onSubmit={prove}>
        <FormField name="password" label={t("yourPassword")}>
          <PasswordInput labels={labels} autoComplete="current-password" />
        </FormField>
        <SubmitButton block>{t("stepUpConfirm")}</SubmitButton>
      </Form>
    </Dialog>
  );
}
