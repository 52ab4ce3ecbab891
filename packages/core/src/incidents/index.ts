export { acknowledgeIncident } from "./acknowledge-incident.ts";
export { findIncident, listIncidents } from "./queries.ts";
export { resolveIncident } from "./resolve-incident.ts";
