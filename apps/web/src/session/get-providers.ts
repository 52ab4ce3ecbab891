import type { ProviderChoice } from "@pronaflow/contract/outputs/providers";
import { cache } from "react";
import { getQueryClient, getTrpc } from "#trpc/server.ts";

/** The sign-in providers that are configured; known to the process, so it costs nothing to ask. */
export const getProviders = cache(async (): Promise<ProviderChoice[]> => {
  const { providers } = await getQueryClient().fetchQuery(getTrpc().auth.oauth.providers.queryOptions());
  return providers;
});
