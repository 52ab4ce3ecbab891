import { codeOf } from "@pronaflow/app/session/server-failure.ts";
import type { AccountDetail } from "@pronaflow/contract/outputs/accounts";
import { notFound } from "next/navigation";
import { cache } from "react";
import { getQueryClient, getTrpc } from "#trpc/server.ts";
import { requireMe } from "./require-me.ts";

/** The account of a page's address; one who is not signed in goes to sign-in and back. */
export async function requireAccount(id: string): Promise<AccountDetail> {
  await requireMe(`/accounts/${encodeURIComponent(id)}`);
  return (await getAccount(id)) ?? notFound();
}

/** For the title: null where the page itself will say that there is nothing, or lead to sign-in. */
export const getAccount = cache(async (id: string): Promise<AccountDetail | null> => {
  try {
    return await getQueryClient().fetchQuery(getTrpc().accounts.get.queryOptions({ id }));
  } catch (error) {
    const code = codeOf(error) ?? "INTERNAL";
    if (["NOT_FOUND", "INVALID_INPUT", "UNAUTHENTICATED", "MFA_REQUIRED"].includes(code)) return null;
    throw error;
  }
});
