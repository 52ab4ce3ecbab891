"use client";

import { schemaResolver } from "@pronaflow/app/forms/schema-resolver.ts";
import { usePasswordLabels } from "@pronaflow/app/forms/use-password-labels.ts";
import { useRefusals } from "@pronaflow/app/forms/use-refusals.ts";
import type { MfaEnrolment } from "@pronaflow/contract/outputs/factors";
import { Form } from "@pronaflow/ui/form";
import { FormField } from "@pronaflow/ui/form-field";
import { PasswordInput } from "@pronaflow/ui/password-input";
import { SubmitButton } from "@pronaflow/ui/submit-button";
import { useMutation } from "@tanstack/react-query";
import { useLocale, useTranslations } from "next-intl";
import { useForm } from "react-hook-form";
import { useTRPC } from "#trpc/context.ts";

const loadEnableMfaInput = async () => (await import("@pronaflow/contract/inputs/factors")).EnableMfaInput;

/** Only the owner may bind an app: the password first. */
export function OwnPasswordForm({ onBegun }: { onBegun: (enrolment: MfaEnrolment) => void }) {
  const t = useTranslations("factors");
  const labels = usePasswordLabels();
  const enable = useMutation(useTRPC().auth.mfa.enable.mutationOptions());
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
      <p className="text-muted-foreground">{t("enableWarning")}</p>
      <SubmitButton block>{t("begin")}</SubmitButton>
    </Form>
  );
}
