import { FormField } from "@pronaflow/ui/form-field";
import { Input } from "@pronaflow/ui/input";
import { useTranslations } from "next-intl";

/** Who pays. */
export function BillingPayerFields() {
  const t = useTranslations("settings.billing");
  return (
    <>
      <FormField name="legalName" label={t("legalName")}>
        <Input autoComplete="organization" />
      </FormField>
      <FormField name="billingEmail" label={t("billingEmail")}>
        <Input type="email" autoComplete="email" />
      </FormField>
      <FormField name="taxId" label={t("taxId")} hint={t("taxIdHint")}>
        <Input autoComplete="off" spellCheck={false} />
      </FormField>
    </>
  );
}
