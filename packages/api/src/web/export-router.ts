import { CurrentExport } from "@pronaflow/contract/outputs/account";
import { Accepted } from "@pronaflow/contract/outputs/identity";
import * as account from "@pronaflow/core/account";
import { router, userProcedure } from "../trpc/init.ts";

const tags = ["Account"];

export const exportRouter = router({
  get: userProcedure
    .meta({
      openapi: {
        method: "GET",
        path: "/account/export",
        summary: "See the archive of one's own data",
        description: "Once it is READY, GET /api/exports/{id} gives the ZIP to a session that was proven just now.",
        tags,
      },
    })
    .output(CurrentExport)
    .query(async ({ ctx }) => ({ export: await account.getExport(ctx) })),
  request: userProcedure
    .meta({
      openapi: { method: "POST", path: "/account/export", status: 202, summary: "Ask for one's own data", tags },
    })
    .output(Accepted)
    .mutation(async ({ ctx }) => {
      await account.requestExport(ctx, {});
      return { status: "accepted" as const };
    }),
});
