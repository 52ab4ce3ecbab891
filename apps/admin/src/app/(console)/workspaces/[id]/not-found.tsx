import { useTranslations } from "next-intl";
import { Gone } from "#features/lists/gone.tsx";

export default function WorkspaceNotFound() {
  return <Gone list="/workspaces" back={useTranslations("workspaces.detail")("back")} />;
}
