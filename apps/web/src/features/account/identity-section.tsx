"use client";

import { FormField } from "@pronaflow/ui/form-field";
import { Input } from "@pronaflow/ui/input";
import { useTranslations } from "next-intl";
import { ProfileForm } from "./profile-form.tsx";

const FIELDS = ["displayName", "username"] as const;

/** How others see one. */
export function IdentitySection() {
  const t = useTranslations("account");
  return (
    <ProfileForm title={t("identity")} description={t("identityText")} fields={FIELDS}>
      <FormField name="displayName" label={t("displayName")}>
        <Input autoComplete="name" />
      </FormField>
      <FormField name="username" label={t("username")} hint={t("usernameHint")}>
        <Input autoComplete="username" autoCapitalize="none" spellCheck={false} />
      </FormField>
    </ProfileForm>
  );
}
