"use client";

import { Form } from "@pronaflow/ui/form";
import { FormField } from "@pronaflow/ui/form-field";
import { Input } from "@pronaflow/ui/input";
import { SubmitButton } from "@pronaflow/ui/submit-button";
import { useLocale, useTranslations } from "next-intl";
import { useForm } from "react-hook-form";
import { schemaResolver } from "../forms/schema-resolver.ts";
import { useSecondFactor } from "./use-second-factor.ts";
import type { WayProps } from "./way-props.ts";

const loadVerifyMfaInput = async () => (await import("@pronaflow/contract/inputs/factors")).VerifyMfaInput;

/** One of the codes kept for the day the app is out of reach. */
export function BackupCodeWay({ challengeId, trustChoice, ...rest }: WayProps) {
  const t = useTranslations("auth.second");
  const form = useForm({
    resolver: schemaResolver(loadVerifyMfaInput, useLocale()),
    defaultValues: { challengeId, backupCode: "" },
    reValidateMode: "onSubmit",
  });
  const { send, triesLeft } = useSecondFactor(form, "backupCode", rest);
  return (
    <Form form={form} onSubmit={send}>
      <p className="text-muted-foreground">{t("backupText")}</p>
      <FormField
        name="backupCode"
        label={t("backupCode")}
        hint={triesLeft === null ? undefined : t("triesLeft", { count: triesLeft })}
      >
        <Input
          autoFocus
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          placeholder="xxxx-xxxx-xxxx-xxxx"
          className="text-center font-mono"
        />
      </FormField>
      {trustChoice}
      <SubmitButton block>{t("submit")}</SubmitButton>
    </Form>
  );
}
