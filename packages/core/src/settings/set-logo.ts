import { SetLogoInput } from "@pronaflow/contract/inputs/pictures";
import { workspaceCommand } from "../kernel/command.ts";
import { takeRate } from "../kernel/limiter.ts";
import { lockWorkspace } from "../workspaces/records.ts";
import { logoAt, readLogoVersion } from "./records.ts";
import { settingsRates } from "./settings-rates.ts";

/**
 * Gives the workspace a logo: a still PNG, JPEG or WebP of at most 2 MB and 25 megapixels, drawn anew as WebP.
 * @throws IMAGE_REFUSED, BUSY, TIMEOUT, RATE_LIMITED.
 */
export const setLogo = workspaceCommand({
  action: "logo.changed",
  permission: "branding.update",
  locks: "workspace",
  repeatable: true,
  input: SetLogoInput,
  async prepare({ ctx, input }) {
    await takeRate(ctx, settingsRates.pictureByAccount, ctx.actor.account.id);
    return await ctx.services.images.redraw(Buffer.from(input.data, "base64"), input.contentType, "whole");
  },
  async run({ tx, ctx, input, prepared: { large, small } }) {
    const { workspaceId } = ctx.scope;
    const { clock, random } = ctx.services;
    await lockWorkspace(tx, ctx.scope, input.id);
    const before = await readLogoVersion(tx, workspaceId);
    const version = Buffer.from(random.bytes(16)).toString("hex");
    await tx.$executeRaw`INSERT INTO workspace_logo (workspace_id, image, small, version, updated_at)
      VALUES (${workspaceId}::uuid, ${Buffer.from(large)}, ${Buffer.from(small)}, ${version}, ${clock.now()})
      ON CONFLICT (workspace_id) DO UPDATE SET image = excluded.image, small = excluded.small,
        version = excluded.version, updated_at = excluded.updated_at`;
    const change = { target: workspaceId, before: { hasLogo: before !== null }, after: { bytes: large.length } };
    return { output: logoAt(workspaceId, version), change };
  },
});
