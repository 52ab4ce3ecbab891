"use client";

import { Banner } from "@pronaflow/ui/banner";
import { Button } from "@pronaflow/ui/button";
import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { useFormatter, useTranslations } from "next-intl";
import { useTRPC } from "#trpc/context.ts";

/** Over every page of someone who is offered a workspace, until they answer or its time is over. */
export function OfferBanner() {
  const path = usePathname();
  // Asked for anew on the way to another page: an offer may be made, or taken back, while this tab stays open.
  return path === "/transfers" ? null : <Offers key={path} />;
}

function Offers() {
  const t = useTranslations("shell");
  const format = useFormatter();
  const offers = useQuery(useTRPC().transfers.list.queryOptions()).data?.items ?? [];
  const [first] = offers;
  if (!first) return null;
  const count = offers.length;
  return (
    <Banner
      title={<span className="wrap-anywhere">{t("offers", { count, name: first.workspaceName })}</span>}
      action={
        <Button asChild size="sm">
          <Link href="/transfers">{t("seeOffers", { count })}</Link>
        </Button>
      }
    >
      {t("offersText", {
        count,
        from: first.from,
        date: format.dateTime(new Date(first.expiresAt), { dateStyle: "long" }),
      })}
    </Banner>
  );
}
