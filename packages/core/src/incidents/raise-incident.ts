import { RaiseIncidentInput } from "@pronaflow/contract/inputs/incidents";
import { systemCommand } from "../kernel/command.ts";
import { openIncident } from "./open-incident.ts";

/** Opens an incident that the worker found afterwards; finding the same sight again changes nothing. */
export const raiseIncident = systemCommand({
  action: "incident.opened",
  permission: "incidents.resolve",
  input: RaiseIncidentInput,
  async run({ tx, ctx, input: { reason, ...found } }) {
    const opened = await openIncident(tx, ctx, found);
    if (!opened?.isNew) return { output: opened, change: null };
    const { kind, severity, evidence } = found;
    return { output: opened, change: { target: opened.id, after: { kind, severity, ...evidence }, reason } };
  },
});
