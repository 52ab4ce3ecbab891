"use client";

import { useRefusals } from "@pronaflow/app/forms/use-refusals.ts";
import { localeNames } from "@pronaflow/app/i18n/locale-names.ts";
import { LOCALES } from "@pronaflow/contract";
import type { WorkspaceSettings } from "@pronaflow/contract/outputs/settings";
import type { WorkspaceDetail } from "@pronaflow/contract/outputs/workspaces";
import { Form } from "@pronaflow/ui/form";
import { FormFooter } from "@pronaflow/ui/form-footer";
import { FormSelect } from "@pronaflow/ui/form-select";
import { SettingsSection } from "@pronaflow/ui/settings-section";
import { SubmitButton } from "@pronaflow/ui/submit-button";
import { toast } from "@pronaflow/ui/toast";
import { useTranslations } from "next-intl";
import { useForm } from "react-hook-form";
import { AskButton } from "#features/access/ask-button.tsx";
import { useCan } from "#features/access/use-can.ts";
import { ZoneField } from "#features/zones/zone-field.tsx";
import { useSaveSettings } from "./use-save-settings.ts";
import { useWeekdays } from "./weekdays.ts";

const LANGUAGES = LOCALES.map((locale) => ({ value: locale, label: localeNames[locale] }));

interface PlaceFormProps {
  workspace: WorkspaceDetail;
  settings: WorkspaceSettings;
}

/** The zone, the language and the first day of the week of a workspace. */
export function PlaceForm({ workspace, settings }: PlaceFormProps) {
  const t = useTranslations("settings");
  const { whyNot } = useCan(workspace, "settings.update");
  const save = useSaveSettings(workspace);
  const weekdays = useWeekdays();
  const { timeZone, locale, weekStart } = settings;
  const form = useForm({ defaultValues: { timeZone, locale, weekStart: String(weekStart) } });
  const refusals = useRefusals(form);

  return (
    <SettingsSection title={t("regional.place")} description={t("regional.placeText")}>
      <Form
        form={form}
        onSubmit={async (values) => {
          if (await refusals(() => save({ ...values, weekStart: Number(values.weekStart) }))) return;
          form.reset(values);
          toast.success(t("saved"));
        }}
      >
        <ZoneField disabled={whyNot !== null} />
        <FormSelect name="locale" label={t("regional.locale")} options={LANGUAGES} disabled={whyNot !== null} />
        <FormSelect name="weekStart" label={t("regional.weekStart")} options={weekdays} disabled={whyNot !== null} />
        <FormFooter>
          <AskButton workspace={workspace} permission="settings.update" />
          <SubmitButton disabledReason={whyNot}>{t("save")}</SubmitButton>
        </FormFooter>
      </Form>
    </SettingsSection>
  );
}
