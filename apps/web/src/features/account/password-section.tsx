"use client";

import { keepsRules } from "@pronaflow/app/forms/keeps-rules.ts";
import { NewPasswordField } from "@pronaflow/app/forms/new-password-field.tsx";
import type { RefusedPassword } from "@pronaflow/app/forms/refused-password.ts";
import { refusedPassword } from "@pronaflow/app/forms/refused-password.ts";
import { schemaResolver } from "@pronaflow/app/forms/schema-resolver.ts";
import { usePasswordLabels } from "@pronaflow/app/forms/use-password-labels.ts";
import { useRefusals } from "@pronaflow/app/forms/use-refusals.ts";
import { useStepUp } from "@pronaflow/app/session/step-up-provider.tsx";
import type { PasswordPolicy } from "@pronaflow/contract";
import { Form } from "@pronaflow/ui/form";
import { FormField } from "@pronaflow/ui/form-field";
import { FormFooter } from "@pronaflow/ui/form-footer";
import { PasswordInput } from "@pronaflow/ui/password-input";
import { SettingsSection } from "@pronaflow/ui/settings-section";
import { SubmitButton } from "@pronaflow/ui/submit-button";
import { toast } from "@pronaflow/ui/toast";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { useForm } from "react-hook-form";
import { useMe } from "#session/use-me.ts";
import { useTRPC } from "#trpc/context.ts";

const loadChangePasswordInput = async () => (await import("@pronaflow/contract/inputs/identity")).ChangePasswordInput;

/** Changes the password; every other session ends with it. */
export function PasswordSection({ policy }: { policy: PasswordPolicy }) {
  const t = useTranslations("security");
  const rulesUnmet = useTranslations("password")("rulesUnmet");
  const pendingReason = useTranslations("account")("pendingReason");
  const labels = usePasswordLabels();
  const trpc = useTRPC();
  const queries = useQueryClient();
  const withStepUp = useStepUp();
  const { user } = useMe();
  const change = useMutation(trpc.auth.passwordChange.mutationOptions());
  const form = useForm({
    resolver: schemaResolver(loadChangePasswordInput, useLocale()),
    defaultValues: { currentPassword: "", newPassword: "" },
  });
  const refusals = useRefusals(form);
  const [refused, setRefused] = useState<RefusedPassword | null>(null);
  const context = { policy, email: user.email, username: user.username };

  const submit = async (input: Parameters<typeof change.mutateAsync>[0]) => {
    if (!keepsRules(form, "newPassword", input.newPassword, context, rulesUnmet)) return;
    const failure = await refusals(() => withStepUp(() => change.mutateAsync(input)));
    setRefused(refusedPassword(failure, input.newPassword));
    if (failure) return;
    form.reset();
    toast.success(t("passwordChanged"));
    await queries.invalidateQueries(trpc.auth.sessions.list.queryFilter());
  };

  return (
    <SettingsSection title={t("password")} description={t("passwordText")}>
      <Form form={form} onSubmit={submit}>
        <FormField name="currentPassword" label={t("currentPassword")}>
          <PasswordInput labels={labels} autoComplete="current-password" />
        </FormField>
        <NewPasswordField name="newPassword" label={t("newPassword")} context={context} refused={refused} />
        <FormFooter>
          <SubmitButton disabledReason={user.status === "PENDING" ? pendingReason : null}>
            {t("changePassword")}
          </SubmitButton>
        </FormFooter>
      </Form>
    </SettingsSection>
  );
}
