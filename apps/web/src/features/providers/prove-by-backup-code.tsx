"use client";

import { schemaResolver } from "@pronaflow/app/forms/schema-resolver.ts";
import { Form } from "@pronaflow/ui/form";
import { FormField } from "@pronaflow/ui/form-field";
import { Input } from "@pronaflow/ui/input";
import { SubmitButton } from "@pronaflow/ui/submit-button";
import { useLocale, useTranslations } from "next-intl";
import { useForm } from "react-hook-form";
import { loadProveOfferInput } from "./load-prove-offer-input.ts";
import type { ProofProps } from "./proof-props.ts";
import { useProof } from "./use-proof.ts";

/** One of the account's backup codes. */
export function ProveByBackupCode({ offer, ...rest }: ProofProps) {
  const t = useTranslations("providers");
  const second = useTranslations("auth.second");
  const form = useForm({
    resolver: schemaResolver(loadProveOfferInput, useLocale()),
    defaultValues: { offerId: offer.offerId, backupCode: "" },
    reValidateMode: "onSubmit",
  });
  const { send, triesLeft } = useProof(form, "backupCode", rest);
  return (
    <Form form={form} onSubmit={send}>
      <FormField
        name="backupCode"
        label={second("backupCode")}
        hint={triesLeft === null ? undefined : second("triesLeft", { count: triesLeft })}
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
      <SubmitButton block>{t("proveSubmit")}</SubmitButton>
    </Form>
  );
}
