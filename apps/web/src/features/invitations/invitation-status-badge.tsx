import type { InvitationStatus } from "@pronaflow/contract/outputs/invitations";
import { Badge } from "@pronaflow/ui/badge";
import { useTranslations } from "next-intl";

const TONES = {
  sent: "info",
  opened: "accent",
  bounced: "danger",
  accepted: "success",
  declined: "neutral",
  expired: "warning",
  revoked: "neutral",
  void: "warning",
} as const;

/** How an invitation stands, in a word. */
export function InvitationStatusBadge({ status }: { status: InvitationStatus }) {
  const t = useTranslations("invitations.status");
  return <Badge tone={TONES[status]}>{t(status)}</Badge>;
}
