"use client";

import { Form } from "@pronaflow/ui/form";
import { FormField } from "@pronaflow/ui/form-field";
import { Input } from "@pronaflow/ui/input";
import { PasswordInput } from "@pronaflow/ui/password-input";
import { SubmitButton } from "@pronaflow/ui/submit-button";
import { useMutation } from "@tanstack/react-query";
import { useLocale, useTranslations } from "next-intl";
import { useForm } from "react-hook-form";
import { schemaResolver } from "#forms/schema-resolver.ts";
import { usePasswordLabels } from "#forms/use-password-labels.ts";
import { useRefusals } from "#forms/use-refusals.ts";
import { useTRPC } from "#trpc/context.ts";

const loadLoginInput = async () => (await import("@pronaflow/contract/inputs/identity")).LoginInput;

/** Signs an admin in and goes on to `next`, or to the workspaces. */
export function SignInForm({ next }: { next: string | null }) {
  const t = useTranslations("auth.signIn");
  const labels = usePasswordLabels();
  const login = useMutation(useTRPC().auth.login.mutationOptions());
  const form = useForm({
    resolver: schemaResolver(loadLoginInput, useLocale()),
    defaultValues: { identifier: "", password: "" },
  });
  const refusals = useRefusals(form);

  const signIn = async (input: Parameters<typeof login.mutateAsync>[0]) => {
    const failure = await refusals(async () => {
      await login.mutateAsync(input);
      // A full load: nothing that was fetched without a session is shown with one.
      window.location.assign(next ?? "/workspaces");
    });
    if (failure?.code === "INVALID_CREDENTIALS") {
      form.resetField("password");
      form.setFocus("password");
    }
    // The button stays busy until the browser has left.
    if (!failure) await new Promise(() => undefined);
  };

  return (
    <Form form={form} onSubmit={signIn}>
      <FormField name="identifier" label={t("identifier")}>
        <Input autoFocus autoComplete="username" autoCapitalize="none" spellCheck={false} inputMode="email" />
      </FormField>
      <FormField name="password" label={t("password")}>
        <PasswordInput labels={labels} autoComplete="current-password" />
      </FormField>
      <SubmitButton block>{t("submit")}</SubmitButton>
    </Form>
  );
}
