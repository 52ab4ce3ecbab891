"use client";

import { useRefusals } from "@pronaflow/app/forms/use-refusals.ts";
import type { WorkspaceSettings } from "@pronaflow/contract/outputs/settings";
import type { WorkspaceDetail } from "@pronaflow/contract/outputs/workspaces";
import { Checkbox } from "@pronaflow/ui/checkbox";
import { Form } from "@pronaflow/ui/form";
import { FormField } from "@pronaflow/ui/form-field";
import { FormFooter } from "@pronaflow/ui/form-footer";
import { Input } from "@pronaflow/ui/input";
import { SettingsSection } from "@pronaflow/ui/settings-section";
import { SubmitButton } from "@pronaflow/ui/submit-button";
import { toast } from "@pronaflow/ui/toast";
import { useTranslations } from "next-intl";
import { useForm } from "react-hook-form";
import { AskButton } from "#features/access/ask-button.tsx";
import { useCan } from "#features/access/use-can.ts";
import { useSaveSettings } from "./use-save-settings.ts";
import { useWeekdays } from "./weekdays.ts";

interface HoursFormProps {
  workspace: WorkspaceDetail;
  settings: WorkspaceSettings;
}

/** On which days and from when to when a workspace works; a day may end on the next one. */
export function HoursForm({ workspace, settings }: HoursFormProps) {
  const t = useTranslations("settings");
  const { whyNot } = useCan(workspace, "settings.update");
  const save = useSaveSettings(workspace);
  const weekdays = useWeekdays();
  const { workDays, dayStart, dayEnd, minutesPerDay } = settings;
  // Shown in hours, kept in minutes; named as the server names it, so that its refusals find it.
  const form = useForm({
    defaultValues: { workDays: workDays.map(String), dayStart, dayEnd, minutesPerDay: String(minutesPerDay / 60) },
  });
  const refusals = useRefusals(form);
  const daysError = form.formState.errors.workDays?.message;

  return (
    <SettingsSection title={t("regional.hours")} description={t("regional.hoursText")}>
      <Form
        form={form}
        onSubmit={async (values) => {
          const minutes = Math.round(Number(values.minutesPerDay.replace(",", ".")) * 60);
          const changes = { ...values, workDays: values.workDays.map(Number), minutesPerDay: minutes };
          if (await refusals(() => save(changes))) return;
          form.reset(values);
          toast.success(t("saved"));
        }}
      >
        <fieldset className="grid gap-2">
          <legend className="mb-1 font-medium text-sm">{t("regional.workDays")}</legend>
          <div className="flex flex-wrap gap-x-5 gap-y-2">
            {weekdays.map(({ value, label }) => (
              <Checkbox
                key={value}
                value={value}
                label={label}
                disabled={whyNot !== null}
                {...form.register("workDays")}
              />
            ))}
          </div>
          {daysError ? (
            <p role="alert" className="text-danger-ink text-sm">
              {daysError}
            </p>
          ) : null}
        </fieldset>
        <div className="grid gap-4 sm:grid-cols-3">
          <FormField name="dayStart" label={t("regional.dayStart")}>
            <Input type="time" readOnly={whyNot !== null} />
          </FormField>
          <FormField name="dayEnd" label={t("regional.dayEnd")}>
            <Input type="time" readOnly={whyNot !== null} />
          </FormField>
          <FormField name="minutesPerDay" label={t("regional.hoursPerDay")}>
            <Input inputMode="decimal" autoComplete="off" readOnly={whyNot !== null} />
          </FormField>
        </div>
        <p className="text-muted-foreground text-sm">{t("regional.hoursPerDayHint")}</p>
        <FormFooter>
          <AskButton workspace={workspace} permission="settings.update" />
          <SubmitButton disabledReason={whyNot}>{t("save")}</SubmitButton>
        </FormFooter>
      </Form>
    </SettingsSection>
  );
}
