"use client";

import { schemaResolver } from "@pronaflow/app/forms/schema-resolver.ts";
import { useRefusals } from "@pronaflow/app/forms/use-refusals.ts";
import { useStepUp } from "@pronaflow/app/session/step-up-provider.tsx";
import { Form } from "@pronaflow/ui/form";
import { FormField } from "@pronaflow/ui/form-field";
import { Input } from "@pronaflow/ui/input";
import { SubmitButton } from "@pronaflow/ui/submit-button";
import { toast } from "@pronaflow/ui/toast";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useLocale, useTranslations } from "next-intl";
import { useForm } from "react-hook-form";
import { useMe } from "#session/use-me.ts";
import { useTRPC } from "#trpc/context.ts";

const loadRequestEmailChangeInput = async () =>
  (await import("@pronaflow/contract/inputs/account")).RequestEmailChangeInput;

/** What `ChangeEmailDialog` asks. */
export function ChangeEmailForm({ onDone }: { onDone: () => void }) {
  const t = useTranslations("emailChange");
  const trpc = useTRPC();
  const queries = useQueryClient();
  const withStepUp = useStepUp();
  const { user } = useMe();
  const request = useMutation(trpc.account.emailChange.request.mutationOptions());
  const form = useForm({
    resolver: schemaResolver(loadRequestEmailChangeInput, useLocale()),
    defaultValues: { email: "" },
  });
  const refusals = useRefusals(form);

  const submit = async (input: Parameters<typeof request.mutateAsync>[0]) => {
    if (await refusals(() => withStepUp(() => request.mutateAsync(input)))) return;
    await queries.invalidateQueries(trpc.account.emailChange.get.queryFilter());
    toast.success(t("sent", { email: input.email }));
    onDone();
  };

  return (
    <Form form={form} onSubmit={submit}>
      <FormField name="email" label={t("newAddress")} hint={t("note", { email: user.email })}>
        <Input type="email" inputMode="email" autoComplete="email" autoFocus />
      </FormField>
      <SubmitButton block>{t("submit")}</SubmitButton>
    </Form>
  );
}
