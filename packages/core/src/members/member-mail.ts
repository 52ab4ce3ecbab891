import type { WorkspaceContext } from "../kernel/context.ts";
import type { Mail } from "../kernel/outbox.ts";
import type { LockedMember } from "./records.ts";

type Told = "member-removed" | "member-deactivated" | "member-reactivated";

/** Tells a member what someone else did to their place; whoever does it to themselves needs no mail. */
export function memberMail(
  ctx: WorkspaceContext,
  template: Told,
  member: LockedMember,
  workspace: { name: string },
): Mail[] {
  if (member.accountId === ctx.actor.account.id) return [];
  const { APP_URL } = ctx.services.env;
  const props = {
    displayName: member.displayName,
    workspaceName: workspace.name,
    by: ctx.actor.account.displayName,
    link: template === "member-reactivated" ? `${APP_URL}/w/${ctx.scope.slug}` : APP_URL,
  };
  return [{ template, to: member.email, accountId: member.accountId, locale: member.locale, props }];
}
