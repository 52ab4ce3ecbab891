"use client";

import type { RegenerateBackupCodesInput } from "@pronaflow/contract/inputs/factors";
import { CodeInput } from "@pronaflow/ui/code-input";
import { Form } from "@pronaflow/ui/form";
import { FormField } from "@pronaflow/ui/form-field";
import { Input } from "@pronaflow/ui/input";
import { PasswordInput } from "@pronaflow/ui/password-input";
import { SubmitButton } from "@pronaflow/ui/submit-button";
import { useLocale, useTranslations } from "next-intl";
import { useForm } from "react-hook-form";
import type * as z from "zod";
import { schemaResolver } from "../forms/schema-resolver.ts";
import { usePasswordLabels } from "../forms/use-password-labels.ts";
import { useRefusals } from "../forms/use-refusals.ts";

const loadRegenerateInput = async () => (await import("@pronaflow/contract/inputs/factors")).RegenerateBackupCodesInput;

interface RegenerateFormProps {
  by: "code" | "backupCode";
  onMake: (input: z.output<typeof RegenerateBackupCodesInput>) => Promise<void>;
}

/** New codes want the password and a factor: a code of the app, or one of the codes they replace. */
export function RegenerateForm({ by, onMake }: RegenerateFormProps) {
  const t = useTranslations("factors");
  const labels = usePasswordLabels();
  const form = useForm<
    z.input<typeof RegenerateBackupCodesInput>,
    unknown,
    z.output<typeof RegenerateBackupCodesInput>
  >({
    resolver: schemaResolver(loadRegenerateInput, useLocale()),
    defaultValues: { password: "", [by]: "" },
    reValidateMode: "onSubmit",
  });
  const refusals = useRefusals(form);

  const make = async (input: z.output<typeof RegenerateBackupCodesInput>) => {
    if (await refusals(() => onMake(input))) form.setValue(by, "");
  };

  return (
    <Form form={form} onSubmit={make}>
      <FormField name="password" label={t("password")}>
        <PasswordInput autoFocus labels={labels} autoComplete="current-password" />
      </FormField>
      <FormField name={by} label={t(by)}>
        {by === "code" ? (
          <CodeInput />
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
      <SubmitButton block>{t("makeNew")}</SubmitButton>
    </Form>
  );
}
