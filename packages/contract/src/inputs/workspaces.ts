import * as z from "zod";
import { isReservedName } from "../names.ts";
import { lineOfText, plainText } from "../text.ts";

export const WorkspaceName = lineOfText(2, 60, "WORKSPACE_NAME_LENGTH");
export const WorkspaceDescription = plainText(0, 500, "DESCRIPTION_LENGTH");
export const Slug = z
  .string()
  .max(100, "SLUG_INVALID")
  .transform((value) => value.trim().toLowerCase())
  .refine((value) => /^[a-z0-9]+(-[a-z0-9]+)*$/.test(value) && value.length >= 2 && value.length <= 48, "SLUG_INVALID")
  .refine((value) => !isReservedName(value), "SLUG_RESERVED");
export const WorkspaceId = z.uuid("INVALID");
export const Reason = lineOfText(5, 500, "REASON_LENGTH");

export const CreateWorkspaceInput = z.strictObject({
  name: WorkspaceName,
  description: WorkspaceDescription.optional(),
  slug: Slug.optional(),
});
export const WorkspaceInput = z.strictObject({ id: WorkspaceId });
// A slug in an address bar is looked up, not judged: a malformed one is simply not found.
export const OpenWorkspaceInput = z.strictObject({ slug: z.string().min(1, "REQUIRED").max(100, "INVALID") });
export const UpdateWorkspaceInput = z.strictObject({
  id: WorkspaceId,
  name: WorkspaceName.optional(),
  description: WorkspaceDescription.optional(),
  slug: Slug.optional(),
});
export const DeleteWorkspaceInput = z.strictObject({ id: WorkspaceId, confirmName: z.string().max(480, "INVALID") });

/**
 * The filters of the console's workspace list. `purging_soon`: deleted, final within 7 days, and not held. `ownerless`:
 * nobody was left to own it.
 */
export const WORKSPACE_FILTERS = ["all", "active", "deleted", "purging_soon", "held", "ownerless"] as const;
export const ListSystemWorkspacesInput = z.strictObject({
  filter: z.enum(WORKSPACE_FILTERS).optional(),
  q: z.string().max(100, "INVALID").optional(),
  cursor: z.string().max(200, "INVALID").optional(),
  limit: z.coerce.number().int("INVALID").min(1, "INVALID").max(100, "INVALID").optional(),
});
export const RestoreWorkspaceInput = z.strictObject({ id: WorkspaceId, reason: Reason });
export const HoldWorkspaceInput = z.strictObject({ id: WorkspaceId, reason: Reason });
export const PurgeWorkspaceInput = z.strictObject({ id: WorkspaceId, reason: Reason });
