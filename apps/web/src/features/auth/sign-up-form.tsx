"use client";

import { CaptchaNote } from "@pronaflow/app/captcha/captcha-note.tsx";
import { useCaptcha } from "@pronaflow/app/captcha/use-captcha.ts";
import { keepsRules } from "@pronaflow/app/forms/keeps-rules.ts";
import { NewPasswordField } from "@pronaflow/app/forms/new-password-field.tsx";
import type { RefusedPassword } from "@pronaflow/app/forms/refused-password.ts";
import { refusedPassword } from "@pronaflow/app/forms/refused-password.ts";
import { schemaResolver } from "@pronaflow/app/forms/schema-resolver.ts";
import { useRefusals } from "@pronaflow/app/forms/use-refusals.ts";
import type { PasswordPolicy } from "@pronaflow/contract";
import type { RegisterInput } from "@pronaflow/contract/inputs/identity";
import { Form } from "@pronaflow/ui/form";
import { FormField } from "@pronaflow/ui/form-field";
import { Input } from "@pronaflow/ui/input";
import { SubmitButton } from "@pronaflow/ui/submit-button";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { useForm, useWatch } from "react-hook-form";
import type * as z from "zod";
import { guestApi } from "#trpc/guest-api.ts";

const loadRegisterInput = async () => (await import("@pronaflow/contract/inputs/identity")).RegisterInput;

interface SignUpFormProps {
  policy: PasswordPolicy;
  /** The mail is under way to this address; also for an address that has an account already. */
  onSent: (email: string) => void;
  /** Whose link proves the address: it stands fixed, and there is no mail to wait for. */
  invitation?: { token: string; email: string; onJoined: (joined: { slug: string }) => void };
}

export function SignUpForm({ policy, onSent, invitation }: SignUpFormProps) {
  const t = useTranslations("auth.signUp");
  const invited = useTranslations("invitation");
  const rulesUnmet = useTranslations("password")("rulesUnmet");
  const form = useForm({
    resolver: schemaResolver(loadRegisterInput, useLocale()),
    defaultValues: { displayName: "", username: "", email: invitation?.email ?? "", password: "" },
  });
  const refusals = useRefusals(form);
  const { attempt, isSolving } = useCaptcha(guestApi.auth);
  const [refused, setRefused] = useState<RefusedPassword | null>(null);
  const [email, username] = useWatch({ control: form.control, name: ["email", "username"] });

  const signUp = async (input: z.output<typeof RegisterInput>) => {
    const context = { policy, email: input.email, username: input.username };
    if (!keepsRules(form, "password", input.password, context, rulesUnmet)) return;
    const failure = await refusals(async () => {
      const given = { ...input, invitation: invitation?.token };
      const answer = await attempt((captcha) => guestApi.auth.register.mutate({ ...given, captcha }));
      if (invitation && "joined" in answer) invitation.onJoined(answer.joined);
      else onSent(input.email);
    });
    if (failure) setRefused(refusedPassword(failure, input.password));
  };

  return (
    <Form form={form} onSubmit={signUp}>
      <FormField name="displayName" label={t("displayName")} hint={t("displayNameHint")}>
        <Input autoFocus autoComplete="name" />
      </FormField>
      <FormField name="username" label={t("username")} hint={t("usernameHint")}>
        <Input autoComplete="username" autoCapitalize="none" spellCheck={false} />
      </FormField>
      <FormField name="email" label={t("email")} hint={invitation ? invited("emailFixed") : undefined}>
        <Input type="email" inputMode="email" autoComplete="email" readOnly={invitation !== undefined} />
      </FormField>
      <NewPasswordField name="password" label={t("password")} context={{ policy, email, username }} refused={refused} />
      <CaptchaNote isSolving={isSolving} />
      <SubmitButton block>{invitation ? invited("registerSubmit") : t("submit")}</SubmitButton>
    </Form>
  );
}
