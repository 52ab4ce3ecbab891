import type { ErrorCode } from "@pronaflow/contract";
import type { QueryClient } from "@tanstack/react-query";
import { isServer } from "@tanstack/react-query";
import { signInAgain } from "../session/sign-in-again.ts";
import { readFailure } from "./failure.ts";
import { makeQueryClient } from "./query-client.ts";

// Not in state: React throws state away when it suspends on the first render.
let browserQueryClient: QueryClient | undefined;

/** The cache of this tab, or of this render on the server. An answer of `endings` leads to sign-in and back. */
export function pageQueryClient(endings: readonly ErrorCode[]): QueryClient {
  if (isServer) return makeQueryClient();
  browserQueryClient ??= watched(makeQueryClient(), endings);
  return browserQueryClient;
}

function watched(queryClient: QueryClient, endings: readonly ErrorCode[]): QueryClient {
  const leave = (error: unknown) => {
    const { code } = readFailure(error);
    if (code && endings.includes(code)) signInAgain();
  };
  queryClient.getMutationCache().subscribe(({ mutation }) => leave(mutation?.state.error));
  queryClient.getQueryCache().subscribe(({ query }) => leave(query.state.error));
  return queryClient;
}
