"use client";

import { keepsRules } from "@pronaflow/app/forms/keeps-rules.ts";
import { NewPasswordField } from "@pronaflow/app/forms/new-password-field.tsx";
import type { RefusedPassword } from "@pronaflow/app/forms/refused-password.ts";
import { refusedPassword } from "@pronaflow/app/forms/refused-password.ts";
import { schemaResolver } from "@pronaflow/app/forms/schema-resolver.ts";
import { useRefusals } from "@pronaflow/app/forms/use-refusals.ts";
import type { PasswordPolicy } from "@pronaflow/contract";
import { Form } from "@pronaflow/ui/form";
import { SubmitButton } from "@pronaflow/ui/submit-button";
import { TextLink } from "@pronaflow/ui/text-link";
import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { useForm } from "react-hook-form";
import { guestApi } from "#trpc/guest-api.ts";

// The token is the link's, not the form's.
const loadNewPasswordInput = async () =>
  (await import("@pronaflow/contract/inputs/identity")).ResetPasswordInput.omit({ token: true });

interface ResetPasswordFormProps {
  token: string;
  policy: PasswordPolicy;
  onDone: () => void;
}

export function ResetPasswordForm({ token, policy, onDone }: ResetPasswordFormProps) {
  const t = useTranslations("auth.reset");
  const rulesUnmet = useTranslations("password")("rulesUnmet");
  const form = useForm({
    resolver: schemaResolver(loadNewPasswordInput, useLocale()),
    defaultValues: { password: "" },
  });
  const refusals = useRefusals(form);
  const [refused, setRefused] = useState<RefusedPassword | null>(null);
  const [isSpent, setSpent] = useState(false);

  const change = async ({ password }: { password: string }) => {
    if (!keepsRules(form, "password", password, { policy }, rulesUnmet)) return;
    const failure = await refusals(() => guestApi.auth.passwordReset.confirm.mutate({ token, password }));
    if (!failure) return onDone();
    setRefused(refusedPassword(failure, password));
    // A link cut short on its way is as dead as a used one.
    if (failure.code === "TOKEN_INVALID" || "token" in failure.fields) setSpent(true);
  };

  return (
    <Form
      form={form}
      onSubmit={change}
      bannerAction={
        isSpent ? (
          <TextLink asChild>
            <Link href="/forgot-password">{t("newLink")}</Link>
          </TextLink>
        ) : undefined
      }
    >
      <NewPasswordField name="password" label={t("password")} context={{ policy }} refused={refused} />
      <SubmitButton block>{t("submit")}</SubmitButton>
    </Form>
  );
}
