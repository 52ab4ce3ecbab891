"use client";

import type { PasswordContext } from "@pronaflow/contract";
import { PASSWORD_RULES, passwordRules, passwordStrength } from "@pronaflow/contract";
import { FormField } from "@pronaflow/ui/form-field";
import { PasswordInput } from "@pronaflow/ui/password-input";
import { StrengthMeter } from "@pronaflow/ui/strength-meter";
import { useTranslations } from "next-intl";
import { useFormContext, useWatch } from "react-hook-form";
import { usePasswordLabels } from "./use-password-labels.ts";

interface NewPasswordFieldProps {
  name: "password" | "newPassword";
  label: string;
  context: PasswordContext;
  /** Rules only the server can judge, as it refused this password by them. */
  refused: { password: string; codes: readonly string[] } | null;
}

/** A password to be set: every rule in view, each ticked as it is met. */
export function NewPasswordField({ name, label, context, refused }: NewPasswordFieldProps) {
  const t = useTranslations("password");
  const labels = usePasswordLabels();
  const { control } = useFormContext();
  const password: string = useWatch({ control, name }) ?? "";
  const rules = passwordRules(password, context);
  const judged = new Set<string>(rules.map((rule) => rule.code));
  const refusedBy = refused?.password === password ? PASSWORD_RULES.filter((code) => refused.codes.includes(code)) : [];
  const unseen = refusedBy.filter((code) => !judged.has(code));
  const score = unseen.length > 0 ? 1 : passwordStrength(password, context);
  const meter = (
    <StrengthMeter
      score={score}
      labels={{ meter: t("meter"), score: t(`score${score}`), met: t("met"), unmet: t("unmet") }}
      rules={[...rules, ...unseen.map((code) => ({ code, isMet: false }))].map(({ code, isMet }) => ({
        id: code,
        label: t(`rule.${code}`),
        isMet,
      }))}
    />
  );
  return (
    <FormField name={name} label={label}>
      <PasswordInput labels={labels} autoComplete="new-password" meter={meter} />
    </FormField>
  );
}
