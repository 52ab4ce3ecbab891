"use client";

import { schemaResolver } from "@pronaflow/app/forms/schema-resolver.ts";
import { CodeInput } from "@pronaflow/ui/code-input";
import { Form } from "@pronaflow/ui/form";
import { FormField } from "@pronaflow/ui/form-field";
import { SubmitButton } from "@pronaflow/ui/submit-button";
import { useLocale, useTranslations } from "next-intl";
import { useForm } from "react-hook-form";
import { loadProveOfferInput } from "./load-prove-offer-input.ts";
import type { ProofProps } from "./proof-props.ts";
import { useProof } from "./use-proof.ts";

/** A code of the account's authenticator app. It does not send itself: it connects two accounts. */
export function ProveByCode({ offer, ...rest }: ProofProps) {
  const t = useTranslations("providers");
  const second = useTranslations("auth.second");
  const form = useForm({
    resolver: schemaResolver(loadProveOfferInput, useLocale()),
    defaultValues: { offerId: offer.offerId, code: "" },
    reValidateMode: "onSubmit",
  });
  const { send, triesLeft } = useProof(form, "code", rest);
  return (
    <Form form={form} onSubmit={send}>
      <FormField
        name="code"
        label={second("code")}
        hint={triesLeft === null ? undefined : second("triesLeft", { count: triesLeft })}
      >
        <CodeInput autoFocus submitsWhenWhole={false} />
      </FormField>
      <SubmitButton block>{t("proveSubmit")}</SubmitButton>
    </Form>
  );
}
