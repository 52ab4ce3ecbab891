import type { ListedAccount } from "@pronaflow/contract/outputs/accounts";
import { Badge } from "@pronaflow/ui/badge";
import { useTranslations } from "next-intl";

const TONES = {
  PENDING: "neutral",
  ACTIVE: "success",
  SUSPENDED: "danger",
  LEAVING: "warning",
  DELETED: "neutral",
} as const;

export function AccountStatus({ status }: { status: ListedAccount["status"] }) {
  const t = useTranslations("accounts.status");
  return <Badge tone={TONES[status]}>{t(status)}</Badge>;
}
