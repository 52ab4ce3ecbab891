import * as z from "zod";
import { SYSTEM_ROLES } from "../system-permissions.ts";
import { Reason } from "./workspaces.ts";

/** The roles that lead into the console, weakest first. */
export const CONSOLE_ROLES = ["SUPPORT", "ADMIN", "SUPERADMIN"] as const;

export const ListAdminsInput = z.strictObject({
  role: z.enum(CONSOLE_ROLES).optional(),
  q: z.string().max(100, "INVALID").optional(),
  cursor: z.string().max(200, "INVALID").optional(),
  limit: z.coerce.number().int("INVALID").min(1, "INVALID").max(100, "INVALID").optional(),
});
/** `identifier`: a whole address or username. Nothing is found by a part of one. */
export const FindCandidateInput = z.strictObject({
  identifier: z.string().trim().min(1, "REQUIRED").max(254, "INVALID"),
});
/** USER takes the console away. */
export const ChangeSystemRoleInput = z.strictObject({
  accountId: z.uuid("INVALID"),
  role: z.enum(SYSTEM_ROLES),
  reason: Reason,
});
