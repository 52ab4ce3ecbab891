import * as inputs from "@pronaflow/contract/inputs/incidents";
import * as outputs from "@pronaflow/contract/outputs/incidents";
import * as incidents from "@pronaflow/core/incidents";
import { router, systemProcedure } from "../trpc/init.ts";

export const incidentsRouter = router({
  list: systemProcedure
    .input(inputs.ListIncidentsInput)
    .output(outputs.IncidentPage)
    .query(({ ctx, input }) => incidents.listIncidents(ctx, input)),
  get: systemProcedure
    .input(inputs.IncidentInput)
    .output(outputs.IncidentDetail)
    .query(({ ctx, input }) => incidents.findIncident(ctx, input)),
  acknowledge: systemProcedure
    .input(inputs.SettleIncidentInput)
    .output(outputs.SettledIncident)
    .mutation(({ ctx, input }) => incidents.acknowledgeIncident(ctx, input)),
  resolve: systemProcedure
    .input(inputs.SettleIncidentInput)
    .output(outputs.SettledIncident)
    .mutation(({ ctx, input }) => incidents.resolveIncident(ctx, input)),
});
