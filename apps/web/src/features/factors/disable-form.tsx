"use client";

import { schemaResolver } from "@pronaflow/app/forms/schema-resolver.ts";
import { usePasswordLabels } from "@pronaflow/app/forms/use-password-labels.ts";
import { useRefusals } from "@pronaflow/app/forms/use-refusals.ts";
import type { DisableMfaInput } from "@pronaflow/contract/inputs/factors";
import { CodeInput } from "@pronaflow/ui/code-input";
import { Form } from "@pronaflow/ui/form";
import { FormField } from "@pronaflow/ui/form-field";
import { Input } from "@pronaflow/ui/input";
import { PasswordInput } from "@pronaflow/ui/password-input";
import { SubmitButton } from "@pronaflow/ui/submit-button";
import { toast } from "@pronaflow/ui/toast";
import { useMutation } from "@tanstack/react-query";
import { useLocale, useTranslations } from "next-intl";
import { useForm } from "react-hook-form";
import type * as z from "zod";
import { useTRPC } from "#trpc/context.ts";
import { useRefreshFactors } from "./use-refresh-factors.ts";

const loadDisableMfaInput = async () => (await import("@pronaflow/contract/inputs/factors")).DisableMfaInput;

interface DisableFormProps {
  by: "code" | "backupCode";
  onDisabled: () => void;
}

export function DisableForm({ by, onDisabled }: DisableFormProps) {
  const t = useTranslations("factors");
  const labels = usePasswordLabels();
  const disable = useMutation(useTRPC().auth.mfa.disable.mutationOptions());
  const refresh = useRefreshFactors();
  const form = useForm<z.input<typeof DisableMfaInput>, unknown, z.output<typeof DisableMfaInput>>({
    resolver: schemaResolver(loadDisableMfaInput, useLocale()),
    defaultValues: { password: "", [by]: "" },
    reValidateMode: "onSubmit",
  });
  const refusals = useRefusals(form);

  const turnOff = async (input: z.output<typeof DisableMfaInput>) => {
    if (await refusals(() => disable.mutateAsync(input))) return form.setValue(by, "");
    await refresh();
    toast.success(t("disabled"));
    onDisabled();
  };

  return (
    <Form form={form} onSubmit={turnOff}>
      <FormField name="password" label={t("password")}>
        <PasswordInput autoFocus labels={labels} autoComplete="current-password" />
      </FormField>
      <FormField name={by} label={t(by)}>
        {by === "code" ? (
          <CodeInput submitsWhenWhole={false} />
        ) : (
          <Input
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            placeholder="xxxx-xxxx-xxxx-xxxx"
            className="text-center font-mono"
          />
        )}
      </FormField>
      <SubmitButton variant="danger" block>
        {t("turnOff")}
      </SubmitButton>
    </Form>
  );
}
