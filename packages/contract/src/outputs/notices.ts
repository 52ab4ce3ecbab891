import * as z from "zod";

/** What "this wasn't me" can take back. */
export const UNDO_KINDS = [
  "email",
  "totp_added",
  "totp_removed",
  "codes_regenerated",
  "passkey_added",
  "passkey_removed",
  "provider_linked",
  "provider_unlinked",
  "token_created",
  "deletion_scheduled",
] as const;

/**
 * What "this wasn't me" did. `undone`: the changes that were taken back. `resetMailed`: whether a link to choose a new
 * password is on its way to the address that the account has now.
 */
export const Disowned = z.object({
  status: z.literal("secured"),
  undone: z.array(z.enum(UNDO_KINDS)),
  resetMailed: z.boolean(),
});
export type Disowned = z.infer<typeof Disowned>;
