"use client";

import { AuthPanel } from "@pronaflow/app/auth/auth-panel.tsx";
import { CaptchaNote } from "@pronaflow/app/captcha/captcha-note.tsx";
import { useCaptcha } from "@pronaflow/app/captcha/use-captcha.ts";
import { schemaResolver } from "@pronaflow/app/forms/schema-resolver.ts";
import { useRefusals } from "@pronaflow/app/forms/use-refusals.ts";
import { Button } from "@pronaflow/ui/button";
import { Form } from "@pronaflow/ui/form";
import { FormField } from "@pronaflow/ui/form-field";
import { Input } from "@pronaflow/ui/input";
import { SubmitButton } from "@pronaflow/ui/submit-button";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useState } from "react";
import { useForm } from "react-hook-form";
import { guestApi } from "#trpc/guest-api.ts";

const loadRequestPasswordResetInput = async () =>
  (await import("@pronaflow/contract/inputs/identity")).RequestPasswordResetInput;

interface ForgotPasswordProps {
  brand: ReactNode;
  corner: ReactNode;
}

/** Asks for a reset link; says the same whether or not there is an account. */
export function ForgotPassword({ brand, corner }: ForgotPasswordProps) {
  const t = useTranslations("auth.forgot");
  const form = useForm({
    resolver: schemaResolver(loadRequestPasswordResetInput, useLocale()),
    defaultValues: { email: "" },
  });
  const refusals = useRefusals(form);
  const { attempt, isSolving } = useCaptcha(guestApi.auth);
  const [sentTo, setSentTo] = useState<string | null>(null);
  const footer = { text: "", link: t("backToSignIn"), href: "/sign-in" };

  const send = async (input: { email: string }) => {
    if (
      !(await refusals(() => attempt((captcha) => guestApi.auth.passwordReset.request.mutate({ ...input, captcha }))))
    )
      setSentTo(input.email);
  };

  if (sentTo !== null) {
    return (
      <AuthPanel
        brand={brand}
        corner={corner}
        title={t("sentTitle")}
        description={t("sent", { email: sentTo })}
        footer={footer}
      >
        <Button block onClick={() => setSentTo(null)}>
          {t("again")}
        </Button>
      </AuthPanel>
    );
  }
  return (
    <AuthPanel brand={brand} corner={corner} title={t("title")} description={t("description")} footer={footer}>
      <Form form={form} onSubmit={send}>
        <FormField name="email" label={t("email")}>
          <Input autoFocus type="email" inputMode="email" autoComplete="email" />
        </FormField>
        <CaptchaNote isSolving={isSolving} />
        <SubmitButton block>{t("submit")}</SubmitButton>
      </Form>
    </AuthPanel>
  );
}
