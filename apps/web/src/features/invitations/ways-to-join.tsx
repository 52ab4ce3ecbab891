import type { ProviderChoice } from "@pronaflow/contract/outputs/providers";
import { Button } from "@pronaflow/ui/button";
import { useTranslations } from "next-intl";
import { ProviderButtons } from "#features/providers/provider-buttons.tsx";
import { withMarks } from "#features/providers/with-marks.tsx";

interface WaysToJoinProps {
  providers: readonly ProviderChoice[];
  onRegister: () => void;
}

/** Into an invitation by a new account, or by one's own and back; a provider's serves as either. */
export function WaysToJoin({ providers, onRegister }: WaysToJoinProps) {
  const t = useTranslations("invitation");
  return (
    <div>
      <div className="grid gap-2">
        <Button variant="primary" block onClick={onRegister}>
          {t("createAccount")}
        </Button>
        <Button asChild block>
          <a href="/sign-in?next=/invitation">{t("haveAccount")}</a>
        </Button>
      </div>
      <ProviderButtons providers={withMarks(providers)} next="/invitation" />
    </div>
  );
}
