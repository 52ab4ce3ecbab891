import type { SystemRole } from "@pronaflow/contract";
import { Badge } from "@pronaflow/ui/badge";
import { useTranslations } from "next-intl";

const TONES = { USER: "neutral", SUPPORT: "neutral", ADMIN: "info", SUPERADMIN: "accent" } as const;

export function AdminRole({ role }: { role: SystemRole }) {
  const t = useTranslations("access.systemRole");
  return <Badge tone={TONES[role]}>{t(role)}</Badge>;
}
