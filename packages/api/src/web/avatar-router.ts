import { SetAvatarInput } from "@pronaflow/contract/inputs/pictures";
import { OwnAvatar } from "@pronaflow/contract/outputs/pictures";
import { getAvatar, removeAvatar, setAvatar } from "@pronaflow/core/account";
import { router, userProcedure } from "../trpc/init.ts";

const tags = ["Account"];

export const avatarRouter = router({
  get: userProcedure
    .meta({ openapi: { method: "GET", path: "/account/avatar", summary: "Where one's own picture is", tags } })
    .output(OwnAvatar)
    .query(({ ctx }) => getAvatar(ctx)),
  set: userProcedure
    .meta({
      openapi: {
        method: "PUT",
        path: "/account/avatar",
        summary: "Give oneself a picture",
        description: "`data` is a still PNG, JPEG or WebP of at most 2 MB and 25 megapixels, in base64.",
        tags,
        repeatable: true,
      },
    })
    .input(SetAvatarInput)
    .output(OwnAvatar)
    .mutation(({ ctx, input }) => setAvatar(ctx, input)),
  remove: userProcedure
    .meta({ openapi: { method: "DELETE", path: "/account/avatar", summary: "Take one's own picture away", tags } })
    .output(OwnAvatar)
    .mutation(({ ctx }) => removeAvatar(ctx, {})),
});
