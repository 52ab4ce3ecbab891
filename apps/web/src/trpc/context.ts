import type { WebRouter } from "@pronaflow/api/web";
import { createTRPCContext } from "@trpc/tanstack-react-query";

export const { TRPCProvider, useTRPC, useTRPCClient } = createTRPCContext<WebRouter>();
