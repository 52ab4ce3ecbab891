"use client";

import { schemaResolver } from "@pronaflow/app/forms/schema-resolver.ts";
import { useRefusals } from "@pronaflow/app/forms/use-refusals.ts";
import type { SystemWorkspaceDetail } from "@pronaflow/contract/outputs/workspaces";
import { Dialog } from "@pronaflow/ui/dialog";
import { Form } from "@pronaflow/ui/form";
import { FormField } from "@pronaflow/ui/form-field";
import { SubmitButton } from "@pronaflow/ui/submit-button";
import { Textarea } from "@pronaflow/ui/textarea";
import { useLocale, useTranslations } from "next-intl";
import type { ReactElement } from "react";
import { useForm } from "react-hook-form";
import { useRestoreWorkspace } from "./use-restore-workspace.ts";

// The workspace is the page's, not the form's.
const loadReasonInput = async () =>
  (await import("@pronaflow/contract/inputs/workspaces")).RestoreWorkspaceInput.omit({ id: true });

interface RestoreDialogProps {
  workspace: SystemWorkspaceDetail;
  open: boolean;
  onOpenChange: (open: boolean) => void;
  trigger: ReactElement;
}

/** What restoring does, and why it is done. */
export function RestoreDialog({ workspace, open, onOpenChange, trigger }: RestoreDialogProps) {
  const t = useTranslations("workspaces.restore");
  const app = useTranslations("app");
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      trigger={trigger}
      title={t("title", { name: workspace.name })}
      description={t("text", { count: workspace.memberCount })}
      closeLabel={app("close")}
    >
      <ReasonForm workspace={workspace} onDone={() => onOpenChange(false)} />
    </Dialog>
  );
}

function ReasonForm({ workspace, onDone }: { workspace: SystemWorkspaceDetail; onDone: () => void }) {
  const t = useTranslations("workspaces.restore");
  const restore = useRestoreWorkspace(workspace);
  const form = useForm({ resolver: schemaResolver(loadReasonInput, useLocale()), defaultValues: { reason: "" } });
  const refusals = useRefusals(form);

  const submit = async ({ reason }: { reason: string }) => {
    const failure = await refusals(() => restore(reason));
    if (!failure) return onDone();
    // Turning the question for the password down is no error.
    if (failure.code === "STEP_UP_REQUIRED") form.clearErrors("root");
  };

  return (
    <Form form={form} onSubmit={submit}>
      <FormField name="reason" label={t("reason")} hint={t("reasonHint")}>
        <Textarea autoFocus maxLength={600} />
      </FormField>
      <SubmitButton block>{t("confirm")}</SubmitButton>
    </Form>
  );
}
