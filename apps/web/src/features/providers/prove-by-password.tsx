"use client";

import { schemaResolver } from "@pronaflow/app/forms/schema-resolver.ts";
import { usePasswordLabels } from "@pronaflow/app/forms/use-password-labels.ts";
import { Form } from "@pronaflow/ui/form";
import { FormField } from "@pronaflow/ui/form-field";
import { PasswordInput } from "@pronaflow/ui/password-input";
import { SubmitButton } from "@pronaflow/ui/submit-button";
import { useLocale, useTranslations } from "next-intl";
import { useForm } from "react-hook-form";
import { loadProveOfferInput } from "./load-prove-offer-input.ts";
import type { ProofProps } from "./proof-props.ts";
import { useProof } from "./use-proof.ts";

/** The account's own password; its second step follows where it has one. */
export function ProveByPassword({ offer, ...rest }: ProofProps) {
  const t = useTranslations("providers");
  const labels = usePasswordLabels();
  const form = useForm({
    resolver: schemaResolver(loadProveOfferInput, useLocale()),
    defaultValues: { offerId: offer.offerId, password: "" },
  });
  const { send } = useProof(form, "password", rest);
  return (
    <Form form={form} onSubmit={send}>
      {/* For password managers: whose password it is. */}
      <input type="text" name="username" autoComplete="username" value={offer.email} readOnly hidden />
      <FormField name="password" label={t("password")}>
        <PasswordInput autoFocus labels={labels} autoComplete="current-password" />
      </FormField>
      <SubmitButton block>{t("proveSubmit")}</SubmitButton>
    </Form>
  );
}
