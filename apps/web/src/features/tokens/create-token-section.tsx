"use client";

import type { CreatedToken } from "@pronaflow/contract/outputs/tokens";
import { SettingsSection } from "@pronaflow/ui/settings-section";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { CreateTokenForm } from "./create-token-form.tsx";
import { TokenShownOnce } from "./token-shown-once.tsx";

/** Makes a token; in the form's place, its text until the person says that they have it. */
export function CreateTokenSection() {
  const t = useTranslations("tokens");
  const [created, setCreated] = useState<CreatedToken | null>(null);
  return (
    <SettingsSection title={t("create")} description={t("createText")}>
      {created ? (
        <TokenShownOnce created={created} onSaved={() => setCreated(null)} />
      ) : (
        <CreateTokenForm onCreated={setCreated} />
      )}
    </SettingsSection>
  );
}
