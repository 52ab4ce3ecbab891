import { SetAvatarInput } from "@pronaflow/contract/inputs/pictures";
import { userCommand } from "../kernel/command.ts";
import { takeRate } from "../kernel/limiter.ts";
import { settingsRates } from "../settings/settings-rates.ts";
import { avatarAt } from "./get-avatar.ts";

/**
 * Gives one a picture: a still PNG, JPEG or WebP of at most 2 MB and 25 megapixels, drawn anew as WebP of 256 px.
 * @throws IMAGE_REFUSED, BUSY, TIMEOUT, RATE_LIMITED.
 */
export const setAvatar = userCommand({
  action: "account.avatar_changed",
  repeatable: true,
  input: SetAvatarInput,
  async prepare({ ctx, input }) {
    await takeRate(ctx, settingsRates.pictureByAccount, ctx.actor.account.id);
    return await ctx.services.images.redraw(Buffer.from(input.data, "base64"), input.contentType, "cut");
  },
  async run({ tx, ctx, prepared: { large } }) {
    const { id } = ctx.actor.account;
    const { clock, random } = ctx.services;
    const version = Buffer.from(random.bytes(16)).toString("hex");
    await tx.$executeRaw`INSERT INTO account_avatar (account_id, image, version, updated_at)
      VALUES (${id}::uuid, ${Buffer.from(large)}, ${version}, ${clock.now()})
      ON CONFLICT (account_id) DO UPDATE SET image = excluded.image, version = excluded.version,
        updated_at = excluded.updated_at`;
    return { output: avatarAt(id, version), change: { target: id, after: { bytes: large.length } } };
  },
});
