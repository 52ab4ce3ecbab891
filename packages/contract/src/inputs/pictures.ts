import * as z from "zod";
import { PICTURE_BYTES, PICTURE_TYPES } from "../picture-limits.ts";
import { WorkspaceId } from "./workspaces.ts";

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
