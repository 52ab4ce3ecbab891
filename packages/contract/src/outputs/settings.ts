import * as z from "zod";

const Timestamp = z.string().meta({ format: "date-time" });

/** What a workspace asks of those who enter it, and whom it may invite. */
export const WorkspacePolicy = z.object({
  mfaRequiredFrom: Timestamp.nullable(),
  sessionMaxMinutes: z.number().nullable(),
  invitationDomains: z.array(z.string()),
});
export type WorkspacePolicy = z.infer<typeof WorkspacePolicy>;
