import { codeOf } from "@pronaflow/app/session/server-failure.ts";
import type { Me } from "@pronaflow/contract/outputs/identity";
import { cache } from "react";
import { getQueryClient, getTrpc } from "#trpc/server.ts";

/** Who is looking at the page, or null. Read once a request; the answer is in the query cache for the browser. */
export const getMe = cache(async (): Promise<Me | null> => {
  try {
    return await getQueryClient().fetchQuery(getTrpc().auth.me.queryOptions());
  } catch (error) {
    if (codeOf(error) === "UNAUTHENTICATED") return null;
    throw error;
  }
});
