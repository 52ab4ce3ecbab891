"use client";

import { schemaResolver } from "@pronaflow/app/forms/schema-resolver.ts";
import { useRefusals } from "@pronaflow/app/forms/use-refusals.ts";
import type { WorkspaceDetail } from "@pronaflow/contract/outputs/workspaces";
import { Form } from "@pronaflow/ui/form";
import { FormField } from "@pronaflow/ui/form-field";
import { FormFooter } from "@pronaflow/ui/form-footer";
import { Input } from "@pronaflow/ui/input";
import { SettingsSection } from "@pronaflow/ui/settings-section";
import { SubmitButton } from "@pronaflow/ui/submit-button";
import { Textarea } from "@pronaflow/ui/textarea";
import { toast } from "@pronaflow/ui/toast";
import { useRouter } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { useForm } from "react-hook-form";
import { AskButton } from "#features/access/ask-button.tsx";
import { useCan } from "#features/access/use-can.ts";
import { useUpdateWorkspace } from "./use-update-workspace.ts";

const loadGeneralInput = async () =>
  (await import("@pronaflow/contract/inputs/workspaces")).UpdateWorkspaceInput.pick({ name: true, description: true });

/** What the workspace is called and what it is for. */
export function GeneralSection({ workspace }: { workspace: WorkspaceDetail }) {
  const t = useTranslations("workspaces.settings");
  const optional = useTranslations("app")("optional");
  const { whyNot } = useCan(workspace, "workspace.update");
  const update = useUpdateWorkspace(workspace);
  const router = useRouter();
  const form = useForm({
    resolver: schemaResolver(loadGeneralInput, useLocale()),
    defaultValues: { name: workspace.name, description: workspace.description },
  });
  const refusals = useRefusals(form);

  const save = async (changes: { name?: string; description?: string }) => {
    if (await refusals(() => update(changes))) return;
    form.reset(changes);
    toast.success(t("saved"));
    router.refresh();
  };

  return (
    <SettingsSection title={t("general")} description={t("generalText")}>
      <Form form={form} onSubmit={save}>
        <FormField name="name" label={t("name")}>
          <Input autoComplete="off" readOnly={whyNot !== null} />
        </FormField>
        <FormField name="description" label={t("text")} aside={optional} hint={t("textHint")}>
          <Textarea rows={3} readOnly={whyNot !== null} />
        </FormField>
        <FormFooter>
          <AskButton workspace={workspace} permission="workspace.update" />
          <SubmitButton disabledReason={whyNot}>{t("save")}</SubmitButton>
        </FormFooter>
      </Form>
    </SettingsSection>
  );
}
