import type { OfferedPlace } from "@pronaflow/contract/outputs/invitations";
import { useFormatter, useTranslations } from "next-intl";

/** Who invites, as what, until when; whom it is for. */
export function OfferWords({ offer }: { offer: OfferedPlace }) {
  const t = useTranslations("invitation");
  const role = useTranslations("access.role");
  const format = useFormatter();
  const { inviterName: name, inviterEmail: email, memberEndsAt } = offer;
  return (
    <div className="grid grid-cols-1 gap-1 wrap-anywhere">
      <p>{t("offered", { name, email, role: role(offer.role) })}</p>
      {memberEndsAt ? (
        <p>{t("until", { date: format.dateTime(new Date(memberEndsAt), { dateStyle: "long" }) })}</p>
      ) : null}
      <p className="text-muted-foreground">{t("forAddress", { email: offer.email })}</p>
    </div>
  );
}
