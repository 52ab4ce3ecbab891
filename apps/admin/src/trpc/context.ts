import type { AdminRouter } from "@pronaflow/api/admin";
import { createTRPCContext } from "@trpc/tanstack-react-query";

export const { TRPCProvider, useTRPC, useTRPCClient } = createTRPCContext<AdminRouter>();
