"use client";

import { schemaResolver } from "@pronaflow/app/forms/schema-resolver.ts";
import { useRefusals } from "@pronaflow/app/forms/use-refusals.ts";
import type { SystemRole } from "@pronaflow/contract";
import { SYSTEM_ROLES } from "@pronaflow/contract";
import type { Candidate } from "@pronaflow/contract/outputs/admins";
import { Form } from "@pronaflow/ui/form";
import { FormField } from "@pronaflow/ui/form-field";
import { FormSelect } from "@pronaflow/ui/form-select";
import { SubmitButton } from "@pronaflow/ui/submit-button";
import { Textarea } from "@pronaflow/ui/textarea";
import { useLocale, useTranslations } from "next-intl";
import { useForm, useWatch } from "react-hook-form";
import { useChangeRole } from "./use-change-role.ts";

// The person is the page's, not the form's.
const loadInput = async () =>
  (await import("@pronaflow/contract/inputs/admins")).ChangeSystemRoleInput.omit({ accountId: true });

interface RoleFormProps {
  person: Candidate;
  kind: "name" | "change" | "remove";
  onDone: () => void;
}

/** Which role, and why. */
export function RoleForm({ person, kind, onDone }: RoleFormProps) {
  const t = useTranslations("admins");
  const roles = useRoles();
  const changeRole = useChangeRole(person);
  const role: SystemRole = kind === "remove" ? "USER" : person.role;
  const form = useForm({
    resolver: schemaResolver(loadInput, useLocale()),
    defaultValues: { role: kind === "name" && role === "USER" ? ("SUPPORT" as SystemRole) : role, reason: "" },
  });
  const refusals = useRefusals(form);
  const chosen = useWatch({ control: form.control, name: "role" });

  const submit = async (values: { role: SystemRole; reason: string }) => {
    const failure = await refusals(() => changeRole(values));
    if (!failure) return onDone();
    // Turning the question for the password down is no error.
    if (failure.code === "STEP_UP_REQUIRED") form.clearErrors("root");
  };

  return (
    <Form form={form} onSubmit={submit}>
      {kind === "remove" ? null : <FormSelect name="role" label={t("list.role")} options={roles} />}
      <FormField name="reason" label={t("reason")} hint={t("reasonHint")}>
        <Textarea maxLength={600} />
      </FormField>
      <SubmitButton
        block
        variant={kind === "remove" ? "danger" : "primary"}
        disabledReason={chosen === person.role ? t("sameRole") : null}
      >
        {t(`${kind}.confirm`)}
      </SubmitButton>
    </Form>
  );
}

/** The roles that lead into the console, each with what it may do there. */
function useRoles() {
  const t = useTranslations("admins.means");
  const systemRole = useTranslations("access.systemRole");
  return SYSTEM_ROLES.filter((role) => role !== "USER").map((role) => ({
    value: role,
    label: systemRole(role),
    description: t(role),
  }));
}
