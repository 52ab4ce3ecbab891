import * as inputs from "@pronaflow/contract/inputs/identity";
import * as outputs from "@pronaflow/contract/outputs/identity";
import * as sessions from "@pronaflow/core/sessions";
import { router, userProcedure } from "../trpc/init.ts";

const tags = ["Sessions"];

export const sessionsRouter = router({
  list: userProcedure
    .meta({ openapi: { method: "GET", path: "/auth/sessions", summary: "List one's own sessions", tags } })
    .output(outputs.Sessions)
    .query(async ({ ctx }) => ({ sessions: await sessions.listSessions(ctx) })),
  revoke: userProcedure
    .meta({
      openapi: { method: "POST", path: "/auth/sessions/revoke", summary: "End one of one's own sessions", tags },
    })
    .input(inputs.RevokeSessionInput)
    .output(outputs.Done)
    .mutation(({ ctx, input }) => sessions.revokeSession(ctx, input)),
  revokeAll: userProcedure
    .meta({
      openapi: {
        method: "POST",
        path: "/auth/sessions/revoke-all",
        summary: "End all sessions, or all but this one",
        tags,
      },
    })
    .input(inputs.RevokeSessionsInput)
    .output(outputs.Done)
    .mutation(({ ctx, input }) => sessions.revokeSessions(ctx, input)),
});
