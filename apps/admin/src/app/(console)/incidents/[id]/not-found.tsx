import { useTranslations } from "next-intl";
import { Gone } from "#features/lists/gone.tsx";

export default function IncidentNotFound() {
  return <Gone list="/incidents" back={useTranslations("incidents.detail")("back")} />;
}
