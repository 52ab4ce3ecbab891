import { ACCOUNT_STANDINGS } from "@pronaflow/contract/inputs/accounts";
import { INCIDENT_STATES } from "@pronaflow/contract/inputs/incidents";
import { WORKSPACE_STATES } from "@pronaflow/contract/outputs/workspaces";
import { useFormatter, useTranslations } from "next-intl";

const FIELDS = [
  "name",
  "slug",
  "description",
  "state",
  "deletedAt",
  "finalAt",
  "members",
  "membersOwner",
  "membersAdmin",
  "membersMember",
  "membersViewer",
  "membersGuest",
  "membersLeftWithoutWorkspace",
  "invitations",
  "tokens",
  "webhooks",
  "files",
  "held",
  "heldAt",
  "status",
  "until",
  "sessionsEnded",
  "sessionId",
  "passed",
  "ownerless",
  "resumed",
  "email",
  "username",
  "displayName",
  "systemRole",
  "audience",
  "assurance",
  "way",
  "evictedIds",
  "suspensionEnded",
  "risks",
] as const;
const ISO_TIME = /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/;

/** How the audit's fields and values read to a person; what is unknown is shown as it is kept. */
export function useFieldWords() {
  const t = useTranslations("history");
  const states = useTranslations("workspaces.state");
  const incidentStates = useTranslations("incidents.state");
  const standings = useTranslations("accounts.status");
  const format = useFormatter();

  const name = (field: string): string => {
    const known = FIELDS.find((one) => one === field);
    return known ? t(`fields.${known}`) : field;
  };
  const value = (given: unknown): string => {
    if (given === undefined || given === null || given === "") return t("none");
    if (typeof given === "number") return format.number(given);
    if (typeof given === "boolean") return t(given ? "yes" : "no");
    if (Array.isArray(given)) return given.length > 0 ? given.map(String).join(", ") : t("none");
    if (typeof given !== "string") return JSON.stringify(given);
    const state = WORKSPACE_STATES.find((one) => one === given);
    if (state) return states(state);
    const settled = INCIDENT_STATES.find((one) => one === given);
    if (settled) return incidentStates(settled);
    const standing = ACCOUNT_STANDINGS.find((one) => one === given);
    if (standing) return standings(standing);
    return ISO_TIME.test(given) ? format.dateTime(new Date(given), { dateStyle: "medium", timeStyle: "short" }) : given;
  };
  return { name, value };
}
