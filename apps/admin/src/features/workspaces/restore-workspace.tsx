"use client";

import type { SystemWorkspaceDetail } from "@pronaflow/contract/outputs/workspaces";
import { Button } from "@pronaflow/ui/button";
import { Dialog } from "@pronaflow/ui/dialog";
import { Form } from "@pronaflow/ui/form";
import { FormField } from "@pronaflow/ui/form-field";
import { SubmitButton } from "@pronaflow/ui/submit-button";
import { Textarea } from "@pronaflow/ui/textarea";
import { toast } from "@pronaflow/ui/toast";
import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { useForm } from "react-hook-form";
import { schemaResolver } from "#forms/schema-resolver.ts";
import { useRefusals } from "#forms/use-refusals.ts";
import { useStepUp } from "#session/step-up-provider.tsx";
import { useMe } from "#session/use-me.ts";
import { useTRPC } from "#trpc/context.ts";

// The workspace is the page's, not the form's.
const loadReasonInput = async () =>
  (await import("@pronaflow/contract/inputs/workspaces")).RestoreWorkspaceInput.omit({ id: true });

interface RestoreWorkspaceProps {
  workspace: Pick<SystemWorkspaceDetail, "id" | "name" | "state" | "finalAt">;
  now: string;
}

/** Brings a deleted workspace back, with a reason; says why where it cannot. */
export function RestoreWorkspace({ workspace, now }: RestoreWorkspaceProps) {
  const t = useTranslations("workspaces");
  const app = useTranslations("app");
  const router = useRouter();
  const withStepUp = useStepUp();
  const [isOpen, setOpen] = useState(false);
  const restore = useMutation(useTRPC().workspaces.restore.mutationOptions());
  const form = useForm({ resolver: schemaResolver(loadReasonInput, useLocale()), defaultValues: { reason: "" } });
  const refusals = useRefusals(form);
  const whyNot = useWhyNot(workspace, now);

  const submit = async ({ reason }: { reason: string }) => {
    const failure = await refusals(() => withStepUp(() => restore.mutateAsync({ id: workspace.id, reason })));
    if (failure) return;
    setOpen(false);
    form.reset();
    toast.success(t("restored", { name: workspace.name }));
    router.refresh();
  };

  return (
    <>
      <Button variant="primary" disabledReason={whyNot} onClick={() => setOpen(true)}>
        {t("restore")}
      </Button>
      <Dialog
        open={isOpen}
        onOpenChange={setOpen}
        title={t("restoreTitle", { name: workspace.name })}
        description={t("restoreText")}
        closeLabel={app("close")}
      >
        <Form form={form} onSubmit={submit}>
          <FormField name="reason" label={t("restoreReason")} hint={t("restoreReasonHint")}>
            <Textarea rows={3} autoFocus />
          </FormField>
          <SubmitButton block>{t("restore")}</SubmitButton>
        </Form>
      </Dialog>
    </>
  );
}

function useWhyNot({ state, finalAt }: RestoreWorkspaceProps["workspace"], now: string): string | null {
  const t = useTranslations("workspaces");
  const { permissions } = useMe();
  if (!permissions.includes("workspaces.restore")) return t("mayNotRestore");
  if (state === "ACTIVE") return t("notDeleted");
  return finalAt && finalAt <= now ? t("windowClosed") : null;
}
