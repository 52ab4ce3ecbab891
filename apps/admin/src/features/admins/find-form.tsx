"use client";

import { schemaResolver } from "@pronaflow/app/forms/schema-resolver.ts";
import { useRefusals } from "@pronaflow/app/forms/use-refusals.ts";
import type { Candidate } from "@pronaflow/contract/outputs/admins";
import { Form } from "@pronaflow/ui/form";
import { FormField } from "@pronaflow/ui/form-field";
import { Input } from "@pronaflow/ui/input";
import { SubmitButton } from "@pronaflow/ui/submit-button";
import { useQueryClient } from "@tanstack/react-query";
import { useLocale, useTranslations } from "next-intl";
import { useForm } from "react-hook-form";
import { useTRPC } from "#trpc/context.ts";

const loadInput = async () => (await import("@pronaflow/contract/inputs/admins")).FindCandidateInput;

/** Looks up the account that is to be named, by its whole address or username. */
export function FindForm({ onFound }: { onFound: (candidate: Candidate) => void }) {
  const t = useTranslations("admins.find");
  const trpc = useTRPC();
  const queries = useQueryClient();
  const form = useForm({ resolver: schemaResolver(loadInput, useLocale()), defaultValues: { identifier: "" } });
  const refusals = useRefusals(form);

  const submit = async (input: { identifier: string }) => {
    const failure = await refusals(async () =>
      onFound(await queries.fetchQuery({ ...trpc.admins.find.queryOptions(input), staleTime: 0, retry: false })),
    );
    if (failure?.code !== "NOT_FOUND") return;
    form.clearErrors("root");
    form.setError("identifier", { type: "server", message: t("nobody") });
  };

  return (
    <Form form={form} onSubmit={submit}>
      <FormField name="identifier" label={t("identifier")} hint={t("hint")}>
        <Input autoFocus autoComplete="off" autoCapitalize="none" spellCheck={false} />
      </FormField>
      <SubmitButton block>{t("confirm")}</SubmitButton>
    </Form>
  );
}
