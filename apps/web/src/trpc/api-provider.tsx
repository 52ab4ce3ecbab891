"use client";

import { pageQueryClient } from "@pronaflow/app/trpc/browser-query-client.ts";
import { QueryClientProvider } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { useState } from "react";
import { makeClient } from "./client.ts";
import { TRPCProvider } from "./context.ts";

/**
 * Queries and mutations for everything inside. A session that has ended meanwhile leads to sign-in and back; one that its
 * workspace no longer lets in leads, by the same way, to the page that says why.
 */
export function ApiProvider({ children }: { children: ReactNode }) {
  const queryClient = pageQueryClient(["UNAUTHENTICATED", "WORKSPACE_NEEDS_MFA", "SESSION_TOO_OLD"]);
  const [client] = useState(makeClient);
  return (
    <QueryClientProvider client={queryClient}>
      <TRPCProvider trpcClient={client} queryClient={queryClient}>
        {children}
      </TRPCProvider>
    </QueryClientProvider>
  );
}
