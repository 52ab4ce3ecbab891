"use client";

import { offerOnRefusal } from "@pronaflow/app/forms/refusal-offers.ts";
import type { Permission } from "@pronaflow/contract";
import { useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { lazy, Suspense, useEffect } from "react";
import { useMe } from "#session/use-me.ts";
import { useTRPC } from "#trpc/context.ts";
import { missingIn } from "./missing-in.ts";
import { useWhy } from "./use-why.ts";

const AskDialog = lazy(async () => ({ default: (await import("./ask-dialog.tsx")).AskDialog }));

interface AskPartsProps {
  slug: string;
  asked: Permission | null;
  onAsk: (permission: Permission | null) => void;
}

/** The dialog of `Asking`, and what refusals on its pages are answered with: who can give what is missing. */
export function AskParts({ slug, asked, onAsk }: AskPartsProps) {
  const t = useTranslations("access");
  const workspace = useMe().workspaces.find((one) => one.slug === slug);
  const id = workspace?.id;
  const { grantors } = useTRPC().workspaces.members;
  const queries = useQueryClient();
  const router = useRouter();
  const why = useWhy();

  useEffect(() =>
    offerOnRefusal(async (failure) => {
      const permission = missingIn(failure);
      if (!permission || !id) return null;
      // The role the page was drawn for is over: drawn anew, it says what one may do now.
      router.refresh();
      const known = await queries.fetchQuery(grantors.queryOptions({ id, permission })).catch(() => null);
      return { text: why(permission, known?.people), action: { label: t("ask"), onClick: () => onAsk(permission) } };
    }),
  );

  if (!asked || !workspace) return null;
  return (
    <Suspense fallback={null}>
      <AskDialog workspace={workspace} permission={asked} onClose={() => onAsk(null)} />
    </Suspense>
  );
}
