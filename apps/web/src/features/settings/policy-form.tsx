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
import { useTimeZone, useTranslations } from "next-intl";
import { useForm } from "react-hook-form";
import { AskButton } from "#features/access/ask-button.tsx";
import { useCan } from "#features/access/use-can.ts";
import { dayOf, dayStart, isDay } from "#features/log/day-start.ts";
import { useMe } from "#session/use-me.ts";
import { useTRPC } from "#trpc/context.ts";
import { EnrolFirst } from "./enrol-first.tsx";
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
  /** Whether the reader has a second step of their own. */
  hasFactor: boolean;
  /** The server's clock when it rendered, ISO 8601. */
  now: string;
}

/** What a workspace asks of those who enter, and whom it invites. */
export function PolicyForm({ workspace, policy, hasFactor, now }: PolicyFormProps) {
  const t = useTranslations("settings");
  const router = useRouter();
  const timeZone = useTimeZone() ?? "UTC";
  const { session } = useMe();
  const withStepUp = useStepUp();
  const update = useMutation(useTRPC().workspaces.policy.update.mutationOptions());
  const { whyNot } = useCan(workspace, "ownership.transfer");
  const form = useForm<PolicyValues>({
    defaultValues: {
      requiresMfa: policy.mfaRequiredFrom !== null,
      mfaRequiredFrom: dayOf(policy.mfaRequiredFrom ?? aWeekAfter(now), timeZone),
      sessionMaxMinutes: policy.sessionMaxMinutes === null ? NEVER : String(policy.sessionMaxMinutes),
      invitationDomains: policy.invitationDomains.join("\n"),
    },
  });
  const refusals = useRefusals(form);
  const wouldLockOut = policy.mfaRequiredFrom === null && whyNot === null && session.assurance < 2;
  const firstDay = policy.mfaRequiredFrom && policy.mfaRequiredFrom < now ? policy.mfaRequiredFrom : now;
  const minutes = new Set([...SESSION_HOURS.map((hours) => hours * 60), policy.sessionMaxMinutes ?? 60]);
  const choices = [...minutes].sort((one, other) => one - other);

  const save = async (values: PolicyValues) => {
    const { requiresMfa, mfaRequiredFrom: day, sessionMaxMinutes: most, invitationDomains } = values;
    if (requiresMfa && !isDay(day)) {
      form.setError("mfaRequiredFrom", { message: t("security.dayMissing") }, { shouldFocus: true });
      return;
    }
    // A day that stays as it was keeps its hour.
    const current = policy.mfaRequiredFrom;
    const isSameDay = current !== null && dayOf(current, timeZone) === day;
    const from = isSameDay || !requiresMfa ? current : dayStart(day, timeZone);
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
      {wouldLockOut ? <EnrolFirst hasFactor={hasFactor} /> : null}
      <Form form={form} onSubmit={save}>
        <MfaFields wouldLockOut={wouldLockOut} isReadOnly={whyNot !== null} firstDay={dayOf(firstDay, timeZone)} />
        <FormSelect
          name="sessionMaxMinutes"
          disabled={whyNot !== null}
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
          <AskButton workspace={workspace} permission="ownership.transfer" />
          <SubmitButton disabledReason={whyNot}>{t("save")}</SubmitButton>
        </FormFooter>
      </Form>
    </SettingsSection>
  );
}

/** Time enough for everyone to set it up; the date can be brought forward. */
function aWeekAfter(now: string): string {
  return new Date(Date.parse(now) + 7 * 24 * 60 * 60 * 1000).toISOString();
}
