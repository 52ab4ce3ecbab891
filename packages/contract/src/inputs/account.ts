import * as z from "zod";
import { lineOfText } from "../text.ts";
import { EmailAddress, LinkToken } from "./identity.ts";

export const RequestEmailChangeInput = z.strictObject({ email: EmailAddress });
export const ConfirmEmailChangeInput = z.strictObject({ token: LinkToken });
/** By the link that went to the old address. */
export const OldAddressInput = z.strictObject({ token: LinkToken });
export const ScheduleDeletionInput = z.strictObject({
  /** One's own username, typed. */
  confirmUsername: z.string().min(1, "REQUIRED").max(120, "INVALID"),
});

export const ACTIVITY_FILTERS = ["all", "sign_ins", "security", "account"] as const;
export type ActivityFilter = (typeof ACTIVITY_FILTERS)[number];
export const ListActivityInput = z.strictObject({
  filter: z.enum(ACTIVITY_FILTERS, "INVALID").optional(),
  cursor: z.string().max(200, "INVALID").optional(),
  limit: z.int("INVALID").min(1, "INVALID").max(100, "INVALID").optional(),
});

/** What the worker says when it removes an account whose time is over. */
export const DeleteAccountInput = z.strictObject({
  accountId: z.uuid("INVALID"),
  reason: lineOfText(5, 500, "REASON_LENGTH"),
});
