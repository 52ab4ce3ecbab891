"use client";

import { CaptchaNote } from "@pronaflow/app/captcha/captcha-note.tsx";
import { useCaptcha } from "@pronaflow/app/captcha/use-captcha.ts";
import { schemaResolver } from "@pronaflow/app/forms/schema-resolver.ts";
import { usePasswordLabels } from "@pronaflow/app/forms/use-password-labels.ts";
import { useRefusals } from "@pronaflow/app/forms/use-refusals.ts";
import type { SecondFactorRequired } from "@pronaflow/contract/outputs/identity";
import { Form } from "@pronaflow/ui/form";
import { FormField } from "@pronaflow/ui/form-field";
import { Input } from "@pronaflow/ui/input";
import { PasswordInput } from "@pronaflow/ui/password-input";
import { SubmitButton } from "@pronaflow/ui/submit-button";
import { useMutation } from "@tanstack/react-query";
import { useLocale, useTranslations } from "next-intl";
import { useForm } from "react-hook-form";
import { useTRPC, useTRPCClient } from "#trpc/context.ts";

const loadLoginInput = async () => (await import("@pronaflow/contract/inputs/identity")).LoginInput;

interface SignInFormProps {
  /** The password alone let them in: the console asks for a second factor itself. */
  onEntered: () => void;
  /** The password was right and a second factor is asked for. */
  onSecondStep: (challenge: SecondFactorRequired) => void;
}

/** The first step of an admin's sign-in. */
export function SignInForm({ onEntered, onSecondStep }: SignInFormProps) {
  const t = useTranslations("auth.signIn");
  const labels = usePasswordLabels();
  const login = useMutation(useTRPC().auth.login.mutationOptions());
  const form = useForm({
    resolver: schemaResolver(loadLoginInput, useLocale()),
    defaultValues: { identifier: "", password: "" },
  });
  const refusals = useRefusals(form);
  const { attempt, isSolving } = useCaptcha(useTRPCClient().auth);

  const signIn = async (input: Parameters<typeof login.mutateAsync>[0]) => {
    const failure = await refusals(async () => {
      const answer = await attempt((captcha) => login.mutateAsync({ ...input, captcha }));
      if ("mfaRequired" in answer) onSecondStep(answer);
      else onEntered();
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
    </Form>
  );
}
