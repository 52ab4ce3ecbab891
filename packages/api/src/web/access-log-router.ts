import * as inputs from "@pronaflow/contract/inputs/access-log";
import * as outputs from "@pronaflow/contract/outputs/access-log";
import * as log from "@pronaflow/core/access-log";
import { router, workspaceProcedure } from "../trpc/init.ts";

const tags = ["Workspaces"];

export const accessLogRouter = router({
  list: workspaceProcedure
    .meta({ openapi: { method: "GET", path: "/workspaces/{id}/audit", summary: "Read the access log", tags } })
    .input(inputs.ListAccessLogInput)
    .output(outputs.AccessLogPage)
    .query(({ ctx, input }) => log.listAccessLog(ctx, input)),
  people: workspaceProcedure
    .meta({
      openapi: {
        method: "GET",
        path: "/workspaces/{id}/audit/people",
        summary: "Find who ever acted in the workspace",
        description: "Also those who left it. By name; `q` finds in the name, the username and a member's address.",
        tags,
      },
    })
    .input(inputs.ListLogPeopleInput)
    .output(outputs.LogPeoplePage)
    .query(({ ctx, input }) => log.listLogPeople(ctx, input)),
  exports: workspaceProcedure
    .meta({
      openapi: {
        method: "GET",
        path: "/workspaces/{id}/audit/exports",
        summary: "See the files made of the access log",
        description:
          "Once one is READY, GET /api/exports/{id of the workspace}/{id} gives it to a session that was proven just now.",
        tags,
      },
    })
    .input(inputs.AccessLogExportsInput)
    .output(outputs.AccessLogExports)
    .query(async ({ ctx }) => ({ items: await log.listLogExports(ctx) })),
  export: workspaceProcedure
    .meta({
      openapi: {
        method: "POST",
        path: "/workspaces/{id}/audit/exports",
        status: 202,
        summary: "Ask for the access log as a file",
        tags,
      },
    })
    .input(inputs.ExportAccessLogInput)
    .output(outputs.RequestedLogExport)
    .mutation(({ ctx, input }) => log.requestLogExport(ctx, input)),
});
