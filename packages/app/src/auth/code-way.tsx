"use client";

import { CodeInput } from "@pronaflow/ui/code-input";
import { Form } from "@pronaflow/ui/form";
import { FormField } from "@pronaflow/ui/form-field";
import { SubmitButton } from "@pronaflow/ui/submit-button";
import { useLocale, useTranslations } from "next-intl";
import { useForm } from "react-hook-form";
import { schemaResolver } from "../forms/schema-resolver.ts";
import { useSecondFactor } from "./use-second-factor.ts";
import type { WayProps } from "./way-props.ts";

const loadVerifyMfaInput = async () => (await import("@pronaflow/contract/inputs/factors")).VerifyMfaInput;

/** A code of the authenticator app: the sixth digit sends it. */
export function CodeWay({ challengeId, trustChoice, ...rest }: WayProps) {
  const t = useTranslations("auth.second");
  const form = useForm({
    resolver: schemaResolver(loadVerifyMfaInput, useLocale()),
    defaultValues: { challengeId, code: "" },
    reValidateMode: "onSubmit",
  });
  const { send, triesLeft } = useSecondFactor(form, "code", rest);
  return (
    <Form form={form} onSubmit={send}>
      <p className="text-muted-foreground">{t("codeText")}</p>
      <FormField
        name="code"
        label={t("code")}
        hint={triesLeft === null ? undefined : t("triesLeft", { count: triesLeft })}
      >
        <CodeInput autoFocus />
      </FormField>
      {trustChoice}
      <SubmitButton block>{t("submit")}</SubmitButton>
    </Form>
  );
}
