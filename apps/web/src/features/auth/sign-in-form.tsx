"use client";

import type { LoginInput } from "@pronaflow/contract/inputs/identity";
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
import { schemaResolver } from "#forms/schema-resolver.ts";
import { usePasswordLabels } from "#forms/use-password-labels.ts";
import { useRefusals } from "#forms/use-refusals.ts";
import { guestApi } from "#trpc/guest-api.ts";

const loadLoginInput = async () => (await import("@pronaflow/contract/inputs/identity")).LoginInput;

/** Signs in and goes on to `next`, or to the workspace used last. */
export function SignInForm({ next }: { next: string | null }) {
  const t = useTranslations("auth.signIn");
  const labels = usePasswordLabels();
  const form = useForm({
    resolver: schemaResolver(loadLoginInput, useLocale()),
    defaultValues: { identifier: "", password: "" },
  });
  const refusals = useRefusals(form);

  const signIn = async (input: z.output<typeof LoginInput>) => {
    const failure = await refusals(async () => {
      const answer = await guestApi.auth.login.mutate(input);
      const lastWorkspaceSlug = "mfaRequired" in answer ? null : answer.lastWorkspaceSlug;
      // A full load: nothing that was fetched without a session is shown with one.
      window.location.assign(next ?? (lastWorkspaceSlug ? `/w/${lastWorkspaceSlug}` : "/"));
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
        <Input autoFocus autoComplete="username webauthn" autoCapitalize="none" spellCheck={false} inputMode="email" />
      </FormField>
      <FormField name="password" label={t("password")}>
        <PasswordInput labels={labels} autoComplete="current-password" />
      </FormField>
      <SubmitButton block>{t("submit")}</SubmitButton>
      <p className="text-center">
        <TextLink asChild>
          <Link href="/forgot-password">{t("forgot")}</Link>
        </TextLink>
      </p>
    </Form>
  );
}
