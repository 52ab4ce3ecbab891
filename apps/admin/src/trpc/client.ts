import type { AdminRouter } from "@pronaflow/api/admin";
import { createTRPCClient, httpBatchLink } from "@trpc/client";

// The API refuses larger batches.
const BATCH_CALLS = 10;

/** The typed client of the browser: same origin, the cookie goes along by itself. */
export function makeClient() {
  return createTRPCClient<AdminRouter>({ links: [httpBatchLink({ url: "/api/trpc", maxItems: BATCH_CALLS })] });
}
