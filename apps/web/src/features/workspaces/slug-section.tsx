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
import { toast } from "@pronaflow/ui/toast";
import { useRouter } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { useForm } from "react-hook-form";
import { AskButton } from "#features/access/ask-button.tsx";
import { useCan } from "#features/access/use-can.ts";
import { useUpdateWorkspace } from "./use-update-workspace.ts";

const loadSlugInput = async () =>
  (await import("@pronaflow/contract/inputs/workspaces")).UpdateWorkspaceInput.pick({ slug: true });

/** Where the workspace is found; the old address goes on leading here. */
export function SlugSection({ workspace }: { workspace: WorkspaceDetail }) {
  const t = useTranslations("workspaces.settings");
  const { whyNot } = useCan(workspace, "workspace.update");
  const update = useUpdateWorkspace(workspace);
  const router = useRouter();
  const form = useForm({
    resolver: schemaResolver(loadSlugInput, useLocale()),
    defaultValues: { slug: workspace.slug },
  });
  const refusals = useRefusals(form);

  const save = async ({ slug = workspace.slug }: { slug?: string }) => {
    if (await refusals(() => update({ slug }))) return;
    form.reset({ slug });
    toast.success(t("slugSaved"));
    router.replace(`/w/${slug}/settings`);
  };

  return (
    <SettingsSection title={t("address")} description={t("addressText")}>
      <Form form={form} onSubmit={save}>
        <FormField name="slug" label={t("slug")} hint={t("slugNote")}>
          <Input autoComplete="off" autoCapitalize="none" spellCheck={false} readOnly={whyNot !== null} />
        </FormField>
        <FormFooter>
          <AskButton workspace={workspace} permission="workspace.update" />
          <SubmitButton disabledReason={whyNot}>{t("saveSlug")}</SubmitButton>
        </FormFooter>
      </Form>
    </SettingsSection>
  );
}
