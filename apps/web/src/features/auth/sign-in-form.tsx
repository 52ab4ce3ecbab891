"use client";

import { CaptchaNote } from "@pronaflow/app/captcha/captcha-note.tsx";
import { useCaptcha } from "@pronaflow/app/captcha/use-captcha.ts";
import { schemaResolver } from "@pronaflow/app/forms/schema-resolver.ts";
import { usePasswordLabels } from "@pronaflow/app/forms/use-password-labels.ts";
import { useRefusals } from "@pronaflow/app/forms/use-refusals.ts";
import type { LoginInput } from "@pronaflow/contract/inputs/identity";
import type { SecondFactorRequired } from "@pronaflow/contract/outputs/identity";
import { Form } from "@pronaflow/ui/form";
import { FormField } from "@pronaflow/ui/form-field";
import { Input } from "@pronaflow/ui/input";
import { PasswordInput } from "@pronaflow/ui/password-input";
import { SubmitButton } from "@pronaflow/ui/submit-button";
import { TextLink } from "@pronaflow/ui/text-link";
import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { useForm } from "react-hook-form";
import type * as z from "zod";
import { guestApi } from "#trpc/guest-api.ts";
import { enterApp } from "./enter-app.ts";

const loadLoginInput = async () => (await import("@pronaflow/contract/inputs/identity")).LoginInput;

interface SignInFormProps {
  next: string | null;
  /** The password was right and a second factor is asked for. */
  onSecondStep: (challenge: SecondFactorRequired) => void;
}

/** Signs in and goes on to `next`, or to the workspace used last. */
export function SignInForm({ next, onSecondStep }: SignInFormProps) {
  const t = useTranslations("auth.signIn");
  const labels = usePasswordLabels();
  const form = useForm({
    resolver: schemaResolver(loadLoginInput, useLocale()),
    defaultValues: { identifier: "", password: "" },
  });
  const refusals = useRefusals(form);
  const { attempt, isSolving } = useCaptcha(guestApi.auth);

  const signIn = async (input: z.output<typeof LoginInput>) => {
    const failure = await refusals(async () => {
      const answer = await attempt((captcha) => guestApi.auth.login.mutate({ ...input, captcha }));
      if ("mfaRequired" in answer) onSecondStep(answer);
      else enterApp(next, answer);
    });
    if (failure?.code === "INVALID_CREDENTIALS") {
      form.resetField("password");
      form.setFocus("password");
    }
    // The button stays busy until the browser has left, or the second step has taken its place.
    if (!failure) await new Promise(() => undefined);
  };

  return (
    <Form form={form} onSubmit={signIn}>
      <FormField name="identifier" label={t("identifier")}>
        <Input autoFocus autoComplete="username webauthn" autoCapitalize="none" spellCheck={false} inputMode="email" />
      </FormField>
      <FormField name="password" label={t("password")}>
        <PasswordInput labels={labels} autoComplete="current-password" />
      </FormField>
      <CaptchaNote isSolving={isSolving} />
      <SubmitButton block>{t("submit")}</SubmitButton>
      <p className="text-center">
        <TextLink asChild>
          <Link href="/forgot-password">{t("forgot")}</Link>
        </TextLink>
      </p>
    </Form>
  );
}
