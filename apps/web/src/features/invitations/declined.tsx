import { AuthPanel } from "@pronaflow/app/auth/auth-panel.tsx";
import { useTranslations } from "next-intl";
import type { Frame } from "./offer-props.ts";

/** After the no. */
export function Declined({ frame }: { frame: Frame }) {
  const t = useTranslations("invitation");
  return (
    <AuthPanel {...frame} title={t("declinedTitle")}>
      <p>{t("declined")}</p>
    </AuthPanel>
  );
}
