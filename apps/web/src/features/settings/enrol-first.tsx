import { Banner } from "@pronaflow/ui/banner";
import { useTranslations } from "next-intl";
import { SecondStepAct } from "#features/workspaces/second-step-act.tsx";

/** Has an Owner whose session has one factor see to the second, here, before they ask for it. No part of a form: its dialog has its own. */
export function EnrolFirst({ hasFactor }: { hasFactor: boolean }) {
  const t = useTranslations("settings.security");
  return (
    <Banner
      className="mb-4"
      title={t(hasFactor ? "confirmFirst" : "enrolFirst")}
      action={<SecondStepAct hasFactor={hasFactor} size="sm" />}
    >
      {t(hasFactor ? "confirmFirstText" : "enrolFirstText")}
    </Banner>
  );
}
