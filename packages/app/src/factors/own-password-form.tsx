"use client";

import type { MfaEnrolment } from "@pronaflow/contract/outputs/factors";
import { Form } from "@pronaflow/ui/form";
import { FormField } from "@pronaflow/ui/form-field";
import { PasswordInput } from "@pronaflow/ui/password-input";
import { SubmitButton } from "@pronaflow/ui/submit-button";
import { useMutation } from "@tanstack/react-query";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useForm } from "react-hook-form";
import { schemaResolver } from "../forms/schema-resolver.ts";
import { usePasswordLabels } from "../forms/use-password-labels.ts";
import { useRefusals } from "../forms/use-refusals.ts";
import type { FactorsApi } from "./factors-api.ts";

const loadEnableMfaInput = async () => (await import("@pronaflow/contract/inputs/factors")).EnableMfaInput;

interface OwnPasswordFormProps {
  api: FactorsApi;
  onBegun: (enrolment: MfaEnrolment) => void;
  /** Above the button: what else it will do. */
  children?: ReactNode;
}

/** Only the owner may bind an app: the password first. */
export function OwnPasswordForm({ api, onBegun, children }: OwnPasswordFormProps) {
  const t = useTranslations("factors");
  const labels = usePasswordLabels();
  const enable = useMutation({ mutationFn: api.enable.mutate });
  const form = useForm({ resolver: schemaResolver(loadEnableMfaInput, useLocale()), defaultValues: { password: "" } });
  const refusals = useRefusals(form);

  const begin = async (input: { password: string }) => {
    await refusals(async () => onBegun(await enable.mutateAsync(input)));
  };

  return (
    <Form form={form} onSubmit={begin}>
      <FormField name="password" label={t("password")}>
        <PasswordInput autoFocus labels={labels} autoComplete="current-password" />
      </FormField>
      {children}
      <SubmitButton block>{t("begin")}</SubmitButton>
    </Form>
  );
}
