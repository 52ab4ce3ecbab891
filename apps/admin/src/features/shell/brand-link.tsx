import { BrandMark } from "@pronaflow/ui/brand-mark";
import Link from "next/link";
import { useTranslations } from "next-intl";

/** The mark in the strip, as the way to the start. */
export function BrandLink() {
  const t = useTranslations("app");
  return (
    <Link href="/workspaces" prefetch={false} aria-label={t("home")} className="rounded-sm">
      <BrandMark name={t("name")} />
    </Link>
  );
}
