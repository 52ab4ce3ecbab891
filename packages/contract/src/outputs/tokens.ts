import * as z from "zod";
import { TOKEN_PERMISSIONS } from "../token-permissions.ts";
import { Timestamp } from "./identity.ts";

export const PersonalToken = z.object({
  id: z.string(),
  name: z.string(),
  /** Its last four characters. */
  ending: z.string(),
  permissions: z.array(z.enum(TOKEN_PERMISSIONS)),
  /** The one workspace it reaches, by name where its owner is still a member; null: every one of theirs. */
  workspace: z.object({ id: z.string(), name: z.string().nullable() }).nullable(),
  createdAt: Timestamp,
  expiresAt: Timestamp,
  lastUsedAt: Timestamp.nullable(),
  lastUsedIp: z.string().nullable(),
});
export type PersonalToken = z.infer<typeof PersonalToken>;

export const PersonalTokens = z.object({ tokens: z.array(PersonalToken) });
/** Holds the secret: the one time it is shown. */
export const CreatedToken = PersonalToken.extend({ token: z.string() });
export type CreatedToken = z.infer<typeof CreatedToken>;
