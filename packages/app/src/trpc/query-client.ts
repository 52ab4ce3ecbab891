import { isServer, QueryClient } from "@tanstack/react-query";
import { isWorthRepeating, readFailure } from "./failure.ts";

const FRESH_FOR_MS = 30_000;

/** The cache of one request on the server, or of one tab in the browser. */
export function makeQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      // What the server rendered with is not asked for again at once.
      queries: { staleTime: FRESH_FOR_MS, retry },
      mutations: { retry: false },
    },
  });
}

// On the server the call was made in process: what failed there fails again, and the page would only come later.
function retry(times: number, error: unknown): boolean {
  return !isServer && times < 2 && isWorthRepeating(readFailure(error));
}
