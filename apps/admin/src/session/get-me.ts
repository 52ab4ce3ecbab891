import { codeOf } from "@pronaflow/app/session/server-failure.ts";
import type { AdminMe } from "@pronaflow/contract/outputs/identity";
import { cache } from "react";
import { getQueryClient, getTrpc } from "#trpc/server.ts";

/** Which admin is looking at the page, or null. Read once a request; the answer is in the query cache for the browser. */
export const getMe = cache(async (): Promise<AdminMe | null> => {
  try {
    return await getQueryClient().fetchQuery(getTrpc().auth.me.queryOptions());
  } catch (error) {
    // To someone who is no admin any more the console does not exist: they may sign in as one.
    const code = codeOf(error);
    if (code === "UNAUTHENTICATED" || code === "FORBIDDEN" || code === "NOT_FOUND") return null;
    throw error;
  }
});
