import { makeQueryClient } from "@pronaflow/app/trpc/query-client.ts";
import { createTRPCOptionsProxy } from "@trpc/tanstack-react-query";
import { cache } from "react";
import { inProcessApi, pageContext } from "./in-process.ts";

/** The query cache of this request; what is in it when a page hydrates, the browser need not ask for. */
export const getQueryClient = cache(makeQueryClient);

/** The procedures as query options, called in process. */
export const getTrpc = cache(() =>
  createTRPCOptionsProxy({ ctx: pageContext, router: inProcessApi().router, queryClient: getQueryClient }),
);
