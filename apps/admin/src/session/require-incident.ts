import { codeOf } from "@pronaflow/app/session/server-failure.ts";
import type { IncidentDetail } from "@pronaflow/contract/outputs/incidents";
import { notFound } from "next/navigation";
import { cache } from "react";
import { getQueryClient, getTrpc } from "#trpc/server.ts";
import { requireMe } from "./require-me.ts";

/** The incident of a page's address; one who is not signed in goes to sign-in and back. */
export async function requireIncident(id: string): Promise<IncidentDetail> {
  await requireMe(`/incidents/${encodeURIComponent(id)}`);
  return (await getIncident(id)) ?? notFound();
}

/** For the title: null where the page itself will say that there is nothing, or lead to sign-in. */
export const getIncident = cache(async (id: string): Promise<IncidentDetail | null> => {
  try {
    return await getQueryClient().fetchQuery(getTrpc().incidents.get.queryOptions({ id }));
  } catch (error) {
    const code = codeOf(error);
    if (code === "NOT_FOUND" || code === "INVALID_INPUT" || code === "UNAUTHENTICATED") return null;
    throw error;
  }
});
