import * as z from "zod";
import { Reason } from "./workspaces.ts";

/** How an account stands, as the console lists it. LEAVING: its owner deleted it, and may still return. */
export const ACCOUNT_STANDINGS = ["PENDING", "ACTIVE", "SUSPENDED", "LEAVING", "DELETED"] as const;

const AccountId = z.uuid("INVALID");

export const ListAccountsInput = z.strictObject({
  status: z.enum(ACCOUNT_STANDINGS).optional(),
  q: z.string().max(100, "INVALID").optional(),
  cursor: z.string().max(200, "INVALID").optional(),
  limit: z.coerce.number().int("INVALID").min(1, "INVALID").max(100, "INVALID").optional(),
});
export const AccountInput = z.strictObject({ id: AccountId });
/** `until`: when it ends by itself, within a year; not given: when somebody lifts it. */
export const SuspendAccountInput = z.strictObject({
  id: AccountId,
  until: z.iso.datetime({ offset: true, error: "INVALID" }).optional(),
  reason: Reason,
});
export const ReactivateAccountInput = z.strictObject({ id: AccountId, reason: Reason });
/** What the worker says when a suspension has run out, or what it left ownerless has its Owner back. */
export const EndSuspensionInput = z.strictObject({ id: AccountId, reason: Reason });
/** `sessionId`: that one alone; not given: all of them, in both apps. */
export const EndAccountSessionsInput = z.strictObject({
  id: AccountId,
  sessionId: z.uuid("INVALID").optional(),
  reason: Reason,
});
