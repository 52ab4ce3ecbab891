import type { AuditAction } from "@pronaflow/contract";
import { fail } from "@pronaflow/contract";
import { UpdateSettingsInput } from "@pronaflow/contract/inputs/settings";
import type { WorkspaceSettings } from "@pronaflow/contract/outputs/settings";
import type { Change } from "../kernel/audit.ts";
import { workspaceCommand } from "../kernel/command.ts";
import { requirePermission } from "../kernel/require-permission.ts";
import { lockWorkspace } from "../workspaces/records.ts";
import { readSettings } from "./records.ts";
import { changedFields, minuteOf, minutesBetween, patched, pick } from "./rules.ts";

/**
 * Changes zone, work days, hours, language, start of the week or accent colour; what is left out stays. The colour wants
 * `branding.update` beside.
 * @throws INVALID_INPUT where more is worked than fits between the start and the end of the day.
 */
export const updateSettings = workspaceCommand({
  action: "settings.updated",
  permission: "settings.update",
  locks: "workspace",
  input: UpdateSettingsInput,
  async run({ tx, ctx, input }) {
    const { workspaceId } = ctx.scope;
    if (input.accentColour !== undefined) requirePermission(ctx, "branding.update");
    await lockWorkspace(tx, ctx.scope, input.id);
    const before = await readSettings(tx, workspaceId);
    const after: WorkspaceSettings = patched(before, input);
    if (after.minutesPerDay > minutesBetween(after.dayStart, after.dayEnd)) {
      fail("INVALID_INPUT", {}, { minutesPerDay: ["DAY_LENGTH"] });
    }
    const changed = changedFields(before, after);
    if (changed.length === 0) return { output: before, change: null };
    await tx.$executeRaw`UPDATE workspace_settings SET time_zone = ${after.timeZone},
        work_days = ${after.workDays}::smallint[], day_starts_minute = ${minuteOf(after.dayStart)}::smallint,
        day_ends_minute = ${minuteOf(after.dayEnd)}::smallint, minutes_per_day = ${after.minutesPerDay}::smallint,
        locale = ${after.locale}, week_start = ${after.weekStart}::smallint, accent_colour = ${after.accentColour}
      WHERE workspace_id = ${workspaceId}::uuid`;
    const isBrandingAlone = changed.every((field) => field === "accentColour");
    const change: Change & { action: AuditAction } = {
      action: isBrandingAlone ? "branding.updated" : "settings.updated",
      target: workspaceId,
      before: pick(before, changed),
      after: pick(after, changed),
    };
    return { output: after, change };
  },
});
