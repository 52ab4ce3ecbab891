import { useTranslations } from "next-intl";
import { Gone } from "#features/lists/gone.tsx";

export default function AccountNotFound() {
  return <Gone list="/accounts" back={useTranslations("accounts.detail")("back")} />;
}
