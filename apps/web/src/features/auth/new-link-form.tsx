"use client";

import { schemaResolver } from "@pronaflow/app/forms/schema-resolver.ts";
import { useRefusals } from "@pronaflow/app/forms/use-refusals.ts";
import { Banner } from "@pronaflow/ui/banner";
import { Form } from "@pronaflow/ui/form";
import { FormField } from "@pronaflow/ui/form-field";
import { Input } from "@pronaflow/ui/input";
import { SubmitButton } from "@pronaflow/ui/submit-button";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { useForm } from "react-hook-form";
import { guestApi } from "#trpc/guest-api.ts";

const loadResendVerificationInput = async () =>
  (await import("@pronaflow/contract/inputs/identity")).ResendVerificationInput;

/** Asks for another verification link; the answer does not tell whether there is such an account. */
export function NewLinkForm() {
  const t = useTranslations("auth.verify");
  const form = useForm({
    resolver: schemaResolver(loadResendVerificationInput, useLocale()),
    defaultValues: { email: "" },
  });
  const refusals = useRefusals(form);
  const [sentTo, setSentTo] = useState<string | null>(null);

  const send = async (input: { email: string }) => {
    setSentTo(null);
    if (!(await refusals(() => guestApi.auth.resendVerification.mutate(input)))) setSentTo(input.email);
  };

  return (
    <Form form={form} onSubmit={send}>
      {sentTo ? (
        <Banner tone="success" live>
          {t("sent", { email: sentTo })}
        </Banner>
      ) : null}
      <FormField name="email" label={t("email")}>
        <Input type="email" inputMode="email" autoComplete="email" />
      </FormField>
      <SubmitButton block>{t("newLink")}</SubmitButton>
    </Form>
  );
}
