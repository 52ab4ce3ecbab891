import * as z from "zod";
import { WorkspaceId } from "./workspaces.ts";

export const PICTURE_TYPES = ["image/png", "image/jpeg", "image/webp"] as const;
/** Of the picture itself: 2 MB. */
export const PICTURE_BYTES = 2 * 1024 * 1024;

/** A picture in JSON: what it says it is, and its bytes in base64. */
const Picture = {
  contentType: z.enum(PICTURE_TYPES, "PICTURE_TYPE"),
  data: z
    .base64("INVALID")
    .min(1, "REQUIRED")
    .max(Math.ceil(PICTURE_BYTES / 3) * 4, "PICTURE_SIZE"),
};

export const SetLogoInput = z.strictObject({ id: WorkspaceId, ...Picture });
export const SetAvatarInput = z.strictObject(Picture);
