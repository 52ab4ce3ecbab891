import type { Role, SystemRole } from "@pronaflow/contract";
import { fail, skeletonOf, systemCan } from "@pronaflow/contract";
import type { RequestContext, UserContext } from "./context.ts";
import type { EntryRules } from "./require-entry.ts";
import { mfaWantedFrom, requireEntry } from "./require-entry.ts";
import type { Services } from "./services.ts";
import { reading } from "./transaction.ts";

declare const proven: unique symbol;

/** Evidence that the actor is an active member of a live workspace. Made only by `proveWorkspaceScope`. */
export interface WorkspaceScope {
  readonly [proven]: "workspace";
  readonly workspaceId: string;
  readonly slug: string;
  readonly role: Role;
  readonly memberId: string;
  /** From when on its policy will not let this session in any more: see `mfaWantedFrom`. */
  readonly mfaWantedFrom: Date | null;
}

/** Evidence that the actor holds a console role, or is the worker. Made only by the two functions below. */
export interface SystemScope {
  readonly [proven]: "system";
  readonly systemRole: SystemRole;
  /** Null for the worker. */
  readonly accountId: string | null;
}

// What an address bar may hold: anything else is no address of ours and need not reach the database.
const SLUG_SHAPE = /^[A-Za-z0-9_-]{1,100}$/;

type Standing = EntryRules & {
  workspace_id: string;
  slug: string;
  role: Role;
  member_id: string;
  ends_at: Date | null;
};

/**
 * Reads what the actor is in a workspace, by id or by any address it has had or that reads like one of them (no other
 * workspace can have those); one round trip.
 * @throws NOT_FOUND where it is not theirs or no longer (a Guest whose end has come), deleted, or not there: all look
 *   the same; WORKSPACE_NEEDS_MFA, SESSION_TOO_OLD where it is theirs and its policy does not let this session in.
 */
export async function proveWorkspaceScope(
  ctx: UserContext,
  workspace: { id: string } | { slug: string },
): Promise<WorkspaceScope> {
  if ("slug" in workspace && !SLUG_SHAPE.test(workspace.slug)) return fail("NOT_FOUND");
  const skeleton = "slug" in workspace ? skeletonOf(workspace.slug) : null;
  const { grant } = ctx.actor;
  const [standing] = await reading(() =>
    ctx.services.db.hot<Standing>("workspace_standing", "SELECT * FROM workspace_standing($1, $2, $3)", [
      ctx.actor.account.id,
      "id" in workspace ? workspace.id : null,
      skeleton,
    ]),
  );
  if (!standing || hasEnded(standing.ends_at, ctx.services.clock.now())) return fail("NOT_FOUND");
  if (grant?.workspaceId && grant.workspaceId !== standing.workspace_id) return fail("NOT_FOUND");
  requireEntry(ctx, standing);
  const { workspace_id: workspaceId, slug, role, member_id: memberId } = standing;
  return brand<WorkspaceScope>({ workspaceId, slug, role, memberId, mfaWantedFrom: mfaWantedFrom(ctx, standing) });
}

/** Whether the time of a member is over, to the millisecond. */
function hasEnded(endsAt: Date | null, now: Date): boolean {
  return endsAt !== null && endsAt <= now;
}

/**
 * Reads the actor's console role from the account that this request's session loaded, and wants two factors behind that
 * session: nothing of the system opens to one alone (spec ID-16).
 * @throws NOT_FOUND as `requireConsoleRole` does, MFA_REQUIRED.
 */
export function proveSystemScope(ctx: UserContext): SystemScope {
  requireConsoleRole(ctx);
  if (ctx.actor.session.assurance < 2) return fail("MFA_REQUIRED");
  const { systemRole, id } = ctx.actor.account;
  return brand<SystemScope>({ systemRole, accountId: id });
}

/**
 * Lets people with a console role as far as its door, where the second step is set up; nothing of the system is open yet.
 * @throws NOT_FOUND for everyone else: the console does not tell them that it exists.
 */
export function requireConsoleRole(ctx: UserContext): void {
  const { systemRole } = ctx.actor.account;
  if (ctx.services.audience !== "admin" || !systemCan(systemRole, "console.enter")) fail("NOT_FOUND");
}

/** The context of the worker process: acts for the system, under no one's name. */
export function workerContext(services: Services, requestId: string): RequestContext & { scope: SystemScope } {
  const scope = brand<SystemScope>({ systemRole: "SUPERADMIN", accountId: null });
  const nobody = { ip: null, userAgent: null, locale: "en", deviceToken: null, flowToken: null, actor: null } as const;
  return { services, requestId, ...nobody, scope };
}

// The brand exists in types alone; this is the one edge where it is given.
function brand<Scope>(facts: Omit<Scope, typeof proven>): Scope {
  return Object.freeze(facts) as Scope;
}
