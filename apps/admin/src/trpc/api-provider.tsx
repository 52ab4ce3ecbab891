"use client";

import type { QueryClient } from "@tanstack/react-query";
import { isServer, QueryClientProvider } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { useState } from "react";
import { signInAgain } from "#session/sign-in-again.ts";
import { makeClient } from "./client.ts";
import { TRPCProvider } from "./context.ts";
import { readFailure } from "./failure.ts";
import { makeQueryClient } from "./query-client.ts";

let browserQueryClient: QueryClient | undefined;

/** Queries and mutations for everything inside. A session that has ended meanwhile leads to sign-in and back. */
export function ApiProvider({ children }: { children: ReactNode }) {
  const queryClient = getQueryClient();
  const [client] = useState(makeClient);
  return (
    <QueryClientProvider client={queryClient}>
      <TRPCProvider trpcClient={client} queryClient={queryClient}>
        {children}
      </TRPCProvider>
    </QueryClientProvider>
  );
}

// Not in state: React throws state away when it suspends on the first render.
function getQueryClient(): QueryClient {
  if (isServer) return makeQueryClient();
  browserQueryClient ??= watched(makeQueryClient());
  return browserQueryClient;
}

function watched(queryClient: QueryClient): QueryClient {
  const leave = (error: unknown) => {
    const { code } = readFailure(error);
    if (code === "UNAUTHENTICATED" || code === "MFA_REQUIRED") signInAgain();
  };
  queryClient.getMutationCache().subscribe(({ mutation }) => void leave(mutation?.state.error));
  queryClient.getQueryCache().subscribe(({ query }) => void leave(query.state.error));
  return queryClient;
}
