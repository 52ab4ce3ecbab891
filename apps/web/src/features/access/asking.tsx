"use client";

import { RefusalOffers } from "@pronaflow/app/forms/refusal-offers.ts";
import type { Permission } from "@pronaflow/contract";
import { useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { createContext, lazy, Suspense, use, useState } from "react";
import { useMe } from "#session/use-me.ts";
import { useTRPC } from "#trpc/context.ts";
import { missingIn } from "./missing-in.ts";
import { useWhy } from "./use-why.ts";

const AskDialog = lazy(async () => ({ default: (await import("./ask-dialog.tsx")).AskDialog }));

const Ask = createContext<(permission: Permission) => void>(() => undefined);

/** Opens the dialog in which a permission of the page's workspace is asked for. */
export function useAsk(): (permission: Permission) => void {
  return use(Ask);
}

/** Gives the pages of a workspace the way to ask for what one's role lacks, also after a refusal of the server. */
export function Asking({ slug, children }: { slug: string; children: ReactNode }) {
  const t = useTranslations("access");
  const [asked, setAsked] = useState<Permission | null>(null);
  const id = useMe().workspaces.find((one) => one.slug === slug)?.id;
  const { grantors } = useTRPC().workspaces.members;
  const queries = useQueryClient();
  const router = useRouter();
  const why = useWhy();

  const offer = async (failure: Parameters<typeof missingIn>[0]) => {
    const permission = missingIn(failure);
    if (!permission || !id) return null;
    // The role the page was drawn for is over: drawn anew, it says what one may do now.
    router.refresh();
    const known = await queries.fetchQuery(grantors.queryOptions({ id, permission })).catch(() => null);
    return { text: why(permission, known?.people), action: { label: t("ask"), onClick: () => setAsked(permission) } };
  };
  return (
    <Ask value={setAsked}>
      <RefusalOffers value={offer}>{children}</RefusalOffers>
      {asked && id ? (
        <Suspense fallback={null}>
          <AskDialog workspaceId={id} permission={asked} onClose={() => setAsked(null)} />
        </Suspense>
      ) : null}
    </Ask>
  );
}
