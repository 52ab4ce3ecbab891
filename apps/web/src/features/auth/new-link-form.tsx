"use client";

import { ResendVerificationInput } from "@pronaflow/contract/inputs/identity";
import { Banner } from "@pronaflow/ui/banner";
import { Form } from "@pronaflow/ui/form";
import { FormField } from "@pronaflow/ui/form-field";
import { Input } from "@pronaflow/ui/input";
import { SubmitButton } from "@pronaflow/ui/submit-button";
import { useMutation } from "@tanstack/react-query";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { useForm } from "react-hook-form";
import { schemaResolver } from "#forms/schema-resolver.ts";
import { useRefusals } from "#forms/use-refusals.ts";
import { useTRPC } from "#trpc/context.ts";

/** Asks for another verification link; the answer does not tell whether there is such an account. */
export function NewLinkForm() {
  const t = useTranslations("auth.verify");
  const resend = useMutation(useTRPC().auth.resendVerification.mutationOptions());
  const form = useForm({
    resolver: schemaResolver(ResendVerificationInput, useLocale()),
    defaultValues: { email: "" },
  });
  const refusals = useRefusals(form);
  const [sentTo, setSentTo] = useState<string | null>(null);

  const send = async (input: { email: string }) => {
    setSentTo(null);
    if (!(await refusals(() => resend.mutateAsync(input)))) setSentTo(input.email);
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
