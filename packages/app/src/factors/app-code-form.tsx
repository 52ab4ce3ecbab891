"use client";

import type { MfaEnrolment } from "@pronaflow/contract/outputs/factors";
import { CodeInput } from "@pronaflow/ui/code-input";
import { Form } from "@pronaflow/ui/form";
import { FormField } from "@pronaflow/ui/form-field";
import { SetupKey } from "@pronaflow/ui/setup-key";
import { SubmitButton } from "@pronaflow/ui/submit-button";
import { useMutation } from "@tanstack/react-query";
import { useLocale, useTranslations } from "next-intl";
import { useForm } from "react-hook-form";
import { schemaResolver } from "../forms/schema-resolver.ts";
import { useRefusals } from "../forms/use-refusals.ts";
import type { FactorsApi } from "./factors-api.ts";

const loadConfirmMfaInput = async () => (await import("@pronaflow/contract/inputs/factors")).ConfirmMfaInput;

interface AppCodeFormProps {
  api: FactorsApi;
  enrolment: MfaEnrolment;
  onConfirmed: (backupCodes: readonly string[]) => void;
}

/** The key goes into the app, the app's first code turns the second step on. */
export function AppCodeForm({ api, enrolment, onConfirmed }: AppCodeFormProps) {
  const t = useTranslations("factors");
  const confirm = useMutation({ mutationFn: api.confirm.mutate });
  const form = useForm({
    resolver: schemaResolver(loadConfirmMfaInput, useLocale()),
    defaultValues: { code: "" },
    reValidateMode: "onSubmit",
  });
  const refusals = useRefusals(form);

  const turnOn = async (input: { code: string }) => {
    const failure = await refusals(async () => onConfirmed((await confirm.mutateAsync(input)).backupCodes));
    if (failure) form.setValue("code", "");
  };

  return (
    <Form form={form} onSubmit={turnOn}>
      <SetupKey
        picture={enrolment.qrCode}
        text={enrolment.secret}
        labels={{ picture: t("picture"), text: t("key"), copy: t("copyKey"), copied: t("copied") }}
      />
      <FormField name="code" label={t("code")}>
        <CodeInput autoFocus />
      </FormField>
      <SubmitButton block>{t("turnOn")}</SubmitButton>
    </Form>
  );
}
