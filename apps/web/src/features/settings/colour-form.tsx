"use client";

import { useRefusals } from "@pronaflow/app/forms/use-refusals.ts";
import { accentTones } from "@pronaflow/contract";
import type { WorkspaceSettings } from "@pronaflow/contract/outputs/settings";
import type { WorkspaceDetail } from "@pronaflow/contract/outputs/workspaces";
import { Button } from "@pronaflow/ui/button";
import { Form } from "@pronaflow/ui/form";
import { FormField } from "@pronaflow/ui/form-field";
import { FormFooter } from "@pronaflow/ui/form-footer";
import { Input } from "@pronaflow/ui/input";
import { SettingsSection } from "@pronaflow/ui/settings-section";
import { SubmitButton } from "@pronaflow/ui/submit-button";
import { toast } from "@pronaflow/ui/toast";
import { useTranslations } from "next-intl";
import { useForm, useWatch } from "react-hook-form";
import { AskButton } from "#features/access/ask-button.tsx";
import { useCan } from "#features/access/use-can.ts";
import { ToneSample } from "./tone-sample.tsx";
import { useSaveSettings } from "./use-save-settings.ts";

const PRODUCTS_OWN = "#2456b8";

interface ColourFormProps {
  workspace: WorkspaceDetail;
  settings: WorkspaceSettings;
}

/** The accent of a workspace, beside how each theme will show it. */
export function ColourForm({ workspace, settings }: ColourFormProps) {
  const t = useTranslations("settings");
  const { whyNot } = useCan(workspace, "branding.update");
  const save = useSaveSettings(workspace);
  const form = useForm({ defaultValues: { accentColour: settings.accentColour ?? PRODUCTS_OWN } });
  const refusals = useRefusals(form);
  const colour = useWatch({ control: form.control, name: "accentColour" });
  const tones = accentTones(/^#[0-9a-f]{6}$/i.test(colour) ? colour : PRODUCTS_OWN);

  const store = async (accentColour: string | null) => {
    if (await refusals(() => save({ accentColour }))) return;
    form.reset({ accentColour: accentColour ?? PRODUCTS_OWN });
    toast.success(t("saved"));
  };

  return (
    <SettingsSection title={t("branding.colour")} description={t("branding.colourText")}>
      <Form form={form} onSubmit={({ accentColour }) => store(accentColour)}>
        <FormField name="accentColour" label={t("branding.pick")}>
          <Input type="color" className="w-24 p-1" disabled={whyNot !== null} />
        </FormField>
        <dl className="flex flex-wrap gap-3">
          <dt className="sr-only">{t("branding.preview")}</dt>
          <ToneSample name={workspace.name} tone={tones.light} label={t("branding.light")} surface="#ffffff" />
          <ToneSample name={workspace.name} tone={tones.dark} label={t("branding.dark")} surface="#151515" />
        </dl>
        <FormFooter>
          <AskButton workspace={workspace} permission="branding.update" />
          {settings.accentColour ? (
            <Button disabledReason={whyNot} onClick={() => void store(null)}>
              {t("branding.reset")}
            </Button>
          ) : null}
          <SubmitButton disabledReason={whyNot}>{t("save")}</SubmitButton>
        </FormFooter>
      </Form>
    </SettingsSection>
  );
}
