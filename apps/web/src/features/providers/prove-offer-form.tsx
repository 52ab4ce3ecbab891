"use client";

import { schemaResolver } from "@pronaflow/app/forms/schema-resolver.ts";
import { usePasswordLabels } from "@pronaflow/app/forms/use-password-labels.ts";
import { useRefusals } from "@pronaflow/app/forms/use-refusals.ts";
import type { ProviderAnswer } from "@pronaflow/contract/outputs/providers";
import { Form } from "@pronaflow/ui/form";
import { FormField } from "@pronaflow/ui/form-field";
import { PasswordInput } from "@pronaflow/ui/password-input";
import { SubmitButton } from "@pronaflow/ui/submit-button";
import { useLocale, useTranslations } from "next-intl";
import { useForm } from "react-hook-form";
import { guestApi } from "#trpc/guest-api.ts";

const loadProveOfferInput = async () => (await import("@pronaflow/contract/inputs/providers")).ProveOfferInput;

interface ProveOfferFormProps {
  offerId: string;
  /** For password managers: whose password it is. */
  email: string;
  onProved: (answer: ProviderAnswer) => void;
}

export function ProveOfferForm({ offerId, email, onProved }: ProveOfferFormProps) {
  const t = useTranslations("providers");
  const labels = usePasswordLabels();
  const form = useForm({
    resolver: schemaResolver(loadProveOfferInput, useLocale()),
    defaultValues: { offerId, password: "" },
  });
  const refusals = useRefusals(form);

  const prove = async (input: { offerId: string; password: string }) => {
    const failure = await refusals(async () => onProved(await guestApi.auth.oauth.prove.mutate(input)));
    if (failure?.code === "INVALID_CREDENTIALS") {
      form.resetField("password");
      form.setFocus("password");
    }
  };

  return (
    <Form form={form} onSubmit={prove}>
      <input type="text" name="username" autoComplete="username" value={email} readOnly hidden />
      <FormField name="password" label={t("password")}>
        <PasswordInput autoFocus labels={labels} autoComplete="current-password" />
      </FormField>
      <SubmitButton block>{t("proveSubmit")}</SubmitButton>
    </Form>
  );
}
