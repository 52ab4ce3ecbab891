import { SettleIncidentInput } from "@pronaflow/contract/inputs/incidents";
import { systemCommand } from "../kernel/command.ts";
import { settleIncident } from "./settle-incident.ts";

/**
 * Says that someone looks into an open incident; of two admins at once one does.
 * @throws STEP_UP_REQUIRED, NOT_FOUND, INCIDENT_SETTLED where it is not open any more.
 */
export const acknowledgeIncident = systemCommand({
  action: "incident.acknowledged",
  permission: "incidents.resolve",
  stepUp: true,
  input: SettleIncidentInput,
  run: ({ tx, ctx, input }) => settleIncident(tx, ctx, input, "ACKNOWLEDGED"),
});
