import * as z from "zod";
import { lineOfText } from "../text.ts";
import { TOKEN_PERMISSIONS } from "../token-permissions.ts";

/** Longest life of a personal access token, in days. */
export const TOKEN_DAYS_MAX = 365;

export const CreateTokenInput = z.strictObject({
  name: lineOfText(1, 80, "DISPLAY_NAME_LENGTH"),
  permissions: z
    .array(z.enum(TOKEN_PERMISSIONS, "INVALID"))
    .min(1, "REQUIRED")
    .max(TOKEN_PERMISSIONS.length, "INVALID")
    .transform((given) => TOKEN_PERMISSIONS.filter((one) => given.includes(one))),
  /** The one workspace it reaches; left out, every one of its owner's. */
  workspaceId: z.uuid("INVALID").optional(),
  expiresInDays: z.int("INVALID").min(1, "INVALID").max(TOKEN_DAYS_MAX, "INVALID"),
});
export const RevokeTokenInput = z.strictObject({ tokenId: z.uuid("INVALID") });
