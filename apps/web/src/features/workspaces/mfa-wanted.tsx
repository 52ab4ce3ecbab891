import { Banner } from "@pronaflow/ui/banner";
import { useFormatter, useTranslations } from "next-intl";
import { SecondStepAct } from "./second-step-act.tsx";

interface MfaWantedProps {
  name: string;
  from: string;
  /** Whether the person has a second step, which this session was made without. */
  hasFactor: boolean;
}

/** Tells a member whose session has one factor from when the workspace asks for two, while there is time to see to it. */
export function MfaWanted({ name, from, hasFactor }: MfaWantedProps) {
  const t = useTranslations("workspaces.mfaWanted");
  const format = useFormatter();
  const day = format.dateTime(new Date(from), { dateStyle: "long" });
  return (
    <Banner
      tone="warning"
      className="mb-6"
      title={t("title", { name, day })}
      action={<SecondStepAct hasFactor={hasFactor} size="sm" />}
    >
      {t(hasFactor ? "confirmText" : "text")}
    </Banner>
  );
}
