"use client";

import { keepsRules } from "@pronaflow/app/forms/keeps-rules.ts";
import { NewPasswordField } from "@pronaflow/app/forms/new-password-field.tsx";
import type { RefusedPassword } from "@pronaflow/app/forms/refused-password.ts";
import { refusedPassword } from "@pronaflow/app/forms/refused-password.ts";
import { schemaResolver } from "@pronaflow/app/forms/schema-resolver.ts";
import { useRefusals } from "@pronaflow/app/forms/use-refusals.ts";
import type { PasswordPolicy } from "@pronaflow/contract";
import { Form } from "@pronaflow/ui/form";
import { FormField } from "@pronaflow/ui/form-field";
import { Input } from "@pronaflow/ui/input";
import { SubmitButton } from "@pronaflow/ui/submit-button";
import { useMutation } from "@tanstack/react-query";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { useForm, useWatch } from "react-hook-form";
import { useTRPC } from "#trpc/context.ts";

// The token is the link's, not the form's.
const loadFirstAdminInput = async () =>
  (await import("@pronaflow/contract/inputs/identity")).CreateFirstAdminInput.omit({ token: true });

interface SetupFormProps {
  token: string;
  policy: PasswordPolicy;
  onDone: (email: string) => void;
  /** The link was used, is too old, or was cut short on its way. */
  onSpent: () => void;
}

export function SetupForm({ token, policy, onDone, onSpent }: SetupFormProps) {
  const t = useTranslations("auth.setup");
  const rulesUnmet = useTranslations("password")("rulesUnmet");
  const setup = useMutation(useTRPC().auth.setup.mutationOptions());
  const form = useForm({
    resolver: schemaResolver(loadFirstAdminInput, useLocale()),
    defaultValues: { displayName: "", username: "", email: "", password: "" },
  });
  const refusals = useRefusals(form);
  const [refused, setRefused] = useState<RefusedPassword | null>(null);
  const [email, username] = useWatch({ control: form.control, name: ["email", "username"] });

  const create = async (input: Omit<Parameters<typeof setup.mutateAsync>[0], "token">) => {
    const context = { policy, email: input.email, username: input.username };
    if (!keepsRules(form, "password", input.password, context, rulesUnmet)) return;
    const failure = await refusals(() => setup.mutateAsync({ ...input, token }));
    if (!failure) return onDone(input.email);
    setRefused(refusedPassword(failure, input.password));
    if (failure.code === "TOKEN_INVALID" || "token" in failure.fields) onSpent();
  };

  return (
    <Form form={form} onSubmit={create}>
      <FormField name="displayName" label={t("displayName")} hint={t("displayNameHint")}>
        <Input autoFocus autoComplete="name" />
      </FormField>
      <FormField name="username" label={t("username")} hint={t("usernameHint")}>
        <Input autoComplete="username" autoCapitalize="none" spellCheck={false} />
      </FormField>
      <FormField name="email" label={t("email")}>
        <Input type="email" inputMode="email" autoComplete="email" />
      </FormField>
      <NewPasswordField name="password" label={t("password")} context={{ policy, email, username }} refused={refused} />
      <SubmitButton block>{t("submit")}</SubmitButton>
    </Form>
  );
}
