import { SettleIncidentInput } from "@pronaflow/contract/inputs/incidents";
import { systemCommand } from "../kernel/command.ts";
import { settleIncident } from "./settle-incident.ts";

/**
 * Closes an incident; when the same thing happens again, another one opens.
 * @throws STEP_UP_REQUIRED, NOT_FOUND, INCIDENT_SETTLED where it was closed before.
 */
export const resolveIncident = systemCommand({
  action: "incident.resolved",
  permission: "incidents.resolve",
  stepUp: true,
  input: SettleIncidentInput,
  run: ({ tx, ctx, input }) => settleIncident(tx, ctx, input, "RESOLVED"),
});
