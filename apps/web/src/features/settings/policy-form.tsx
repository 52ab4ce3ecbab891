"use client";

import { useRefusals } from "@pronaflow/app/forms/use-refusals.ts";
import { useStepUp } from "@pronaflow/app/session/step-up-provider.tsx";
import type { WorkspacePolicy } from "@pronaflow/contract/outputs/settings";
import type { WorkspaceDetail } from "@pronaflow/contract/outputs/workspaces";
import { Form } from "@pronaflow/ui/form";
import { FormField } from "@pronaflow/ui/form-field";
import { FormFooter } from "@pronaflow/ui/form-footer";
import { FormSelect } from "@pronaflow/ui/form-select";
import { SettingsSection } from "@pronaflow/ui/settings-section";
import { SubmitButton } from "@pronaflow/ui/submit-button";
import { Textarea } from "@pronaflow/ui/textarea";
import { toast } from "@pronaflow/ui/toast";
import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useForm } from "react-hook-form";
import { useTRPC } from "#trpc/context.ts";
import { MfaFields } from "./mfa-fields.tsx";

const NEVER = "never";
const SESSION_HOURS = [1, 4, 8, 12, 24, 24 * 7];

interface PolicyValues {
  requiresMfa: boolean;
  mfaRequiredFrom: string;
  sessionMaxMinutes: string;
  invitationDomains: string;
}

interface PolicyFormProps {
  workspace: WorkspaceDetail;
  policy: WorkspacePolicy;
}

/** What a workspace asks of those who enter, and whom it invites. */
export function PolicyForm({ workspace, policy }: PolicyFormProps) {
  const t = useTranslations("settings");
  const router = useRouter();
  const withStepUp = useStepUp();
  const update = useMutation(useTRPC().workspaces.policy.update.mutationOptions());
  const whyNot = workspace.role === "OWNER" ? null : t("security.ownerOnly");
  const form = useForm<PolicyValues>({
    defaultValues: {
      requiresMfa: policy.mfaRequiredFrom !== null,
      mfaRequiredFrom: (policy.mfaRequiredFrom ?? new Date().toISOString()).slice(0, 10),
      sessionMaxMinutes: policy.sessionMaxMinutes === null ? NEVER : String(policy.sessionMaxMinutes),
      invitationDomains: policy.invitationDomains.join("\n"),
    },
  });
  const refusals = useRefusals(form);
  const minutes = new Set([...SESSION_HOURS.map((hours) => hours * 60), policy.sessionMaxMinutes ?? 60]);
  const choices = [...minutes].sort((one, other) => one - other);

  const save = async (values: PolicyValues) => {
    const { requiresMfa, mfaRequiredFrom: day, sessionMaxMinutes: most, invitationDomains } = values;
    // A day that stays as it was keeps its hour.
    const isSameDay = policy.mfaRequiredFrom?.slice(0, 10) === day;
    const from = isSameDay ? policy.mfaRequiredFrom : new Date(`${day}T00:00:00Z`).toISOString();
    const input = {
      id: workspace.id,
      mfaRequiredFrom: requiresMfa ? from : null,
      sessionMaxMinutes: most === NEVER ? null : Number(most),
      invitationDomains: invitationDomains.split(/[\s,;]+/).filter(Boolean),
    };
    if (await refusals(() => withStepUp(() => update.mutateAsync(input)))) return;
    form.reset(values);
    toast.success(t("saved"));
    router.refresh();
  };

  return (
    <SettingsSection anchor="policy" title={t("security.policy")} description={t("security.policyText")}>
      <Form form={form} onSubmit={save}>
        <MfaFields isOff={policy.mfaRequiredFrom === null} isReadOnly={whyNot !== null} />
        <FormSelect
          name="sessionMaxMinutes"
          label={t("security.sessionMax")}
          hint={t("security.sessionMaxHint")}
          options={[
            { value: NEVER, label: t("security.never") },
            ...choices.map((count) => ({
              value: String(count),
              label:
                count % 1440 === 0
                  ? t("security.days", { count: count / 1440 })
                  : t("security.hours", { count: count / 60 }),
            })),
          ]}
        />
        <FormField name="invitationDomains" label={t("security.domains")} hint={t("security.domainsHint")}>
          <Textarea rows={3} spellCheck={false} readOnly={whyNot !== null} />
        </FormField>
        <FormFooter>
          <SubmitButton disabledReason={whyNot}>{t("save")}</SubmitButton>
        </FormFooter>
      </Form>
    </SettingsSection>
  );
}
