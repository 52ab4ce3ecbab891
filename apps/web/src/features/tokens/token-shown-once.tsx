"use client";

import type { CreatedToken } from "@pronaflow/contract/outputs/tokens";
import { Banner } from "@pronaflow/ui/banner";
import { Button } from "@pronaflow/ui/button";
import { CopyButton } from "@pronaflow/ui/copy-button";
import { useTranslations } from "next-intl";

interface TokenShownOnceProps {
  created: CreatedToken;
  onSaved: () => void;
}

/** The text of a token that was just made: it is not stored, so it cannot be shown again. */
export function TokenShownOnce({ created, onSaved }: TokenShownOnceProps) {
  const t = useTranslations("tokens");
  return (
    <div className="grid gap-4" role="status">
      <Banner tone="success">{t("created", { name: created.name })}</Banner>
      <div className="grid gap-3 rounded-md border bg-muted/50 p-3">
        <code className="select-all break-all font-mono text-sm">{created.token}</code>
        <div>
          <CopyButton value={created.token} labels={{ copy: t("copy"), copied: t("copied") }} isWide />
        </div>
      </div>
      <p className="text-muted-foreground">{t("usage")}</p>
      <pre className="overflow-x-auto rounded-md border bg-muted/50 p-3 font-mono text-xs">
        <code>{`curl -H "Authorization: Bearer $TOKEN" ${window.location.origin}/api/v1/workspaces`}</code>
      </pre>
      <div className="flex justify-end">
        <Button variant="primary" onClick={onSaved} autoFocus>
          {t("saved")}
        </Button>
      </div>
    </div>
  );
}
