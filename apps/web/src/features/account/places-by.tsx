import { TextLink } from "@pronaflow/ui/text-link";
import { useTranslations } from "next-intl";

/** Whose places are shown: the licence of the database (CC BY 4.0) wants it named and linked. */
export function PlacesBy() {
  const t = useTranslations("security");
  return (
    <p className="pt-4 text-muted-foreground text-xs">
      <TextLink href="https://db-ip.com" rel="noreferrer" target="_blank">
        {t("placesBy")}
      </TextLink>
    </p>
  );
}
