"use client";

import { schemaResolver } from "@pronaflow/app/forms/schema-resolver.ts";
import { useRefusals } from "@pronaflow/app/forms/use-refusals.ts";
import { useStepUp } from "@pronaflow/app/session/step-up-provider.tsx";
import type { SystemWorkspaceDetail } from "@pronaflow/contract/outputs/workspaces";
import { Form } from "@pronaflow/ui/form";
import { FormField } from "@pronaflow/ui/form-field";
import { SubmitButton } from "@pronaflow/ui/submit-button";
import { Textarea } from "@pronaflow/ui/textarea";
import { toast } from "@pronaflow/ui/toast";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useLocale, useTranslations } from "next-intl";
import { useForm } from "react-hook-form";
import { useTRPC } from "#trpc/context.ts";

// The workspace is the page's, not the form's.
const loadReasonInput = async () =>
  (await import("@pronaflow/contract/inputs/workspaces")).HoldWorkspaceInput.omit({ id: true });

interface HoldFormProps {
  workspace: SystemWorkspaceDetail;
  act: "hold" | "release";
  onDone: () => void;
}

/** Why a hold is placed or lifted. */
export function HoldForm({ workspace: { id, name }, act, onDone }: HoldFormProps) {
  const t = useTranslations("workspaces.hold");
  const trpc = useTRPC();
  const queries = useQueryClient();
  const withStepUp = useStepUp();
  const hold = useMutation(trpc.workspaces.hold.mutationOptions());
  const release = useMutation(trpc.workspaces.release.mutationOptions());
  const form = useForm({ resolver: schemaResolver(loadReasonInput, useLocale()), defaultValues: { reason: "" } });
  const refusals = useRefusals(form);

  const submit = async ({ reason }: { reason: string }) => {
    const { mutateAsync } = act === "hold" ? hold : release;
    const failure = await refusals(async () => {
      await withStepUp(() => mutateAsync({ id, reason }));
    });
    await queries.invalidateQueries({ queryKey: trpc.workspaces.pathKey() });
    if (!failure) {
      toast.success(t(`${act}.done`, { name }));
      return onDone();
    }
    if (failure.code === "STEP_UP_REQUIRED") form.clearErrors("root");
  };

  return (
    <Form form={form} onSubmit={submit}>
      <FormField name="reason" label={t("reason")} hint={t("reasonHint")}>
        <Textarea autoFocus maxLength={600} />
      </FormField>
      <SubmitButton block>{t(`${act}.confirm`)}</SubmitButton>
    </Form>
  );
}
