"use client";

import { schemaResolver } from "@pronaflow/app/forms/schema-resolver.ts";
import { usePasswordLabels } from "@pronaflow/app/forms/use-password-labels.ts";
import { useRefusals } from "@pronaflow/app/forms/use-refusals.ts";
import { Form } from "@pronaflow/ui/form";
import { FormField } from "@pronaflow/ui/form-field";
import { Input } from "@pronaflow/ui/input";
import { PasswordInput } from "@pronaflow/ui/password-input";
import { SubmitButton } from "@pronaflow/ui/submit-button";
import { toast } from "@pronaflow/ui/toast";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useLocale, useTranslations } from "next-intl";
import { useForm } from "react-hook-form";
import { useTRPC } from "#trpc/context.ts";

const loadChangePendingAddressInput = async () =>
  (await import("@pronaflow/contract/inputs/identity")).ChangePendingAddressInput;

/** What `ChangeAddressDialog` asks. */
export function ChangeAddressForm({ onDone }: { onDone: () => void }) {
  const t = useTranslations("shell");
  const labels = usePasswordLabels();
  const trpc = useTRPC();
  const queries = useQueryClient();
  const change = useMutation(trpc.account.changePendingAddress.mutationOptions());
  const form = useForm({
    resolver: schemaResolver(loadChangePendingAddressInput, useLocale()),
    defaultValues: { email: "", password: "" },
  });
  const refusals = useRefusals(form);

  const submit = async (input: Parameters<typeof change.mutateAsync>[0]) => {
    if (await refusals(() => change.mutateAsync(input))) return;
    await queries.invalidateQueries(trpc.auth.me.queryFilter());
    toast.success(t("addressChanged", { email: input.email }));
    onDone();
  };

  return (
    <Form form={form} onSubmit={submit}>
      <FormField name="email" label={t("newAddress")}>
        <Input type="email" inputMode="email" autoComplete="email" />
      </FormField>
      <FormField name="password" label={t("yourPassword")}>
        <PasswordInput labels={labels} autoComplete="current-password" />
      </FormField>
      <SubmitButton block>{t("changeAddress")}</SubmitButton>
    </Form>
  );
}
