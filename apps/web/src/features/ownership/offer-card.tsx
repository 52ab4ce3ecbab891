"use client";

import type { ReceivedOffer } from "@pronaflow/contract/outputs/ownership";
import { Button } from "@pronaflow/ui/button";
import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useTRPC } from "#trpc/context.ts";
import { useAct } from "./use-act.ts";
import { useMoment } from "./use-moment.ts";

/** One offer: what accepting means, and both answers. */
export function OfferCard({ offer }: { offer: ReceivedOffer }) {
  const t = useTranslations("ownership");
  const router = useRouter();
  const moment = useMoment();
  const trpc = useTRPC();
  const accept = useMutation(trpc.transfers.accept.mutationOptions());
  const decline = useMutation(trpc.transfers.decline.mutationOptions());
  const { act, isPending } = useAct();
  const { id, workspaceName: name, from, slug } = offer;
  const take = async () => {
    const said = { done: t("accepted", { name }), failed: t("acceptFailed") };
    if (await act(() => accept.mutateAsync({ id }), said)) router.push(`/w/${slug}/settings/ownership`);
  };
  const refuse = () => act(() => decline.mutateAsync({ id }), { done: t("declined"), failed: t("declineFailed") });
  return (
    <li className="grid gap-3 rounded-md border bg-card px-5 py-4">
      <h2 className="font-semibold text-base">{t("offerOf", { name })}</h2>
      <p>{t("offerOfText", { from, date: moment(offer.expiresAt) })}</p>
      <div className="flex flex-wrap gap-2">
        <Button variant="primary" pending={isPending} onClick={() => void take()}>
          {t("accept")}
        </Button>
        <Button pending={isPending} onClick={() => void refuse()}>
          {t("decline")}
        </Button>
      </div>
    </li>
  );
}
