import * as z from "zod";
import { AUDIT_ACTIONS } from "../audit-actions.ts";
import { WorkspaceId } from "./workspaces.ts";

const Instant = z.iso.datetime({ offset: true, error: "INVALID" });

/** What of the log is asked for: by whom, which acts, from when on (included) until when (not included). */
export const AccessLogFilter = z.strictObject({
  actorId: z.uuid("INVALID").optional(),
  actions: z.array(z.enum(AUDIT_ACTIONS, "INVALID")).max(60, "INVALID").optional(),
  from: Instant.optional(),
  to: Instant.optional(),
});
export type AccessLogFilter = z.infer<typeof AccessLogFilter>;

export const ListAccessLogInput = AccessLogFilter.extend({
  id: WorkspaceId,
  cursor: z.string().max(200, "INVALID").optional(),
  limit: z.coerce.number().int("INVALID").min(1, "INVALID").max(100, "INVALID").optional(),
});

/** Who ever acted here; `q` in the name, the username or a member's address. `actorId` asks for that one alone. */
export const ListLogPeopleInput = z.strictObject({
  id: WorkspaceId,
  q: z.string().max(100, "INVALID").optional(),
  actorId: z.uuid("INVALID").optional(),
  cursor: z.string().max(1000, "INVALID").optional(),
  limit: z.coerce.number().int("INVALID").min(1, "INVALID").max(100, "INVALID").optional(),
});

export const LOG_EXPORT_FORMATS = ["csv", "jsonl"] as const;
export const ExportAccessLogInput = AccessLogFilter.extend({
  id: WorkspaceId,
  format: z.enum(LOG_EXPORT_FORMATS, "INVALID"),
});
export const AccessLogExportsInput = z.strictObject({ id: WorkspaceId });
