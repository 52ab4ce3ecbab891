import type {
  AccountTokenPermission,
  AttemptKind,
  AuditAction,
  ErrorCode,
  ErrorMeta,
  Permission,
  SystemPermission,
} from "@pronaflow/contract";
import { fail, fieldErrorsOf } from "@pronaflow/contract";
import type { Tx } from "@pronaflow/db";
import type * as z from "zod";
import type { Attempt } from "./attempts.ts";
import { recordAttempt } from "./attempts.ts";
import type { Change } from "./audit.ts";
import { appendAudit } from "./audit.ts";
import type { RequestContext, SystemContext, UserContext, WorkspaceContext } from "./context.ts";
import type { RepeatableCall } from "./idempotency.ts";
import { claimCall, getAnswer, keepAnswer, releaseCall, repeatableCall } from "./idempotency.ts";
import type { Mail } from "./outbox.ts";
import { enqueueMails } from "./outbox.ts";
import type { EntryRules } from "./require-entry.ts";
import { requireEntry } from "./require-entry.ts";
import { requireGrant, requirePermission, requireStaying, requireSystemPermission } from "./require-permission.ts";
import type { Wall } from "./transaction.ts";
import { transact } from "./transaction.ts";

/** What `run` gives back. `change` becomes the audit row; null says that nothing changed. */
export interface Outcome<Output> {
  output: Output;
  change: Change | null;
  mails?: readonly Mail[];
}

/**
 * What `run` gives back where a refusal itself has to be written down: the failure that locks an account, the last wrong
 * code of a challenge. What it wrote commits, with its own act in the audit; then the command fails with the code.
 */
export interface Refusal {
  refusal: ErrorCode;
  meta?: ErrorMeta;
  change: (Change & { action: AuditAction }) | null;
  mails?: readonly Mail[];
}

interface Definition<Ctx, Input extends z.ZodType, Prepared, Output> {
  /** The one act this command records. */
  action: AuditAction;
  input: Input;
  /** Asks for a proof of password or factor that is at most 10 minutes old (spec ID-9). */
  stepUp?: boolean;
  /** Honours `Idempotency-Key`: the same call again answers as it did, for 24 hours, and does nothing (spec DEV-2). */
  repeatable?: boolean;
  /** Records every try in the attempts ledger under this kind. */
  attempt?: AttemptKind;
  /** Slow or outside work before the transaction: hashing, limits, look-ups. */
  prepare?(args: { ctx: Ctx; input: z.output<Input>; attempt: Attempt }): Promise<Prepared>;
  /** Database only: it may be run again from the start. */
  run(args: {
    ctx: Ctx;
    input: z.output<Input>;
    prepared: Prepared;
    tx: Tx;
    attempt: Attempt;
  }): Promise<Outcome<Output> | Refusal>;
}

/** A verb of the product. Its definition is kept on it, so that tests can walk all of them. */
export interface Command<Ctx, Input extends z.ZodType, Output> {
  (ctx: Ctx, input: z.input<Input>): Promise<Output>;
  readonly definition: { kind: Kind; action: AuditAction; input: Input; permission?: Permission | SystemPermission };
}

type Kind = "guest" | "user" | "workspace" | "system";
const STEP_UP_WINDOW_MS = 10 * 60 * 1000;

/** A verb of someone who is not signed in: sign-up, sign-in, reset. */
export function guestCommand<Input extends z.ZodType, Output, Prepared = undefined>(
  definition: Definition<RequestContext, Input, Prepared, Output>,
): Command<RequestContext, Input, Output> {
  return command("guest", definition, { admit: () => {}, wall: () => ({}) });
}

/**
 * A verb on one's own account. People whose address is not verified may use it only where `pending` says so, programs
 * with a personal access token only where `token` names the permission that allows it, people whose account is on its
 * way out only where `leaving` does.
 */
export function userCommand<Input extends z.ZodType, Output, Prepared = undefined>(
  definition: Definition<UserContext, Input, Prepared, Output> & {
    pending?: "allowed";
    leaving?: "allowed";
    token?: AccountTokenPermission;
  },
): Command<UserContext, Input, Output> {
  return command("user", definition, {
    admit: (ctx) => {
      requireGrant(ctx.actor, definition.token ?? null);
      if (definition.leaving !== "allowed") requireStaying(ctx.actor);
      if (definition.pending !== "allowed") requireVerified(ctx);
    },
    wall: (ctx) => ({ accountId: ctx.actor.account.id }),
  });
}

/**
 * A verb inside one workspace, under the permission it names. `locks: "workspace"` for each that changes members, roles,
 * invitations, ownership or the workspace itself: its row is locked before anything else, so that they wait in one order.
 */
export function workspaceCommand<Input extends z.ZodType, Output, Prepared = undefined>(
  definition: Definition<WorkspaceContext, Input, Prepared, Output> & { permission: Permission; locks?: "workspace" },
): Command<WorkspaceContext, Input, Output> {
  return command("workspace", definition, {
    admit: (ctx) => {
      requireStaying(ctx.actor);
      requireVerified(ctx);
      requirePermission(ctx, definition.permission);
    },
    wall: (ctx) => ({ workspaceId: ctx.scope.workspaceId, accountId: ctx.actor.account.id }),
    reprove: async (tx, ctx) => {
      const { workspaceId } = ctx.scope;
      // Before the membership: two who change each other's would otherwise hold their own and wait for the workspace.
      if (definition.locks) await tx.$queryRaw`SELECT 1 FROM workspace WHERE id = ${workspaceId}::uuid FOR UPDATE`;
      return await reproveMembership(tx, ctx, definition.permission);
    },
  });
}

/**
 * A verb of the console or the worker, under a console permission and with a reason. `lockFirst`: locks that come before the
 * actor's own row, where two who act on each other would otherwise hold theirs and wait, or where workspaces are locked.
 */
export function systemCommand<Input extends z.ZodType<{ reason: string }>, Output, Prepared = undefined>(
  definition: Definition<SystemContext, Input, Prepared, Output> & {
    permission: SystemPermission;
    lockFirst?(tx: Tx, input: z.output<Input>): Promise<unknown>;
  },
): Command<SystemContext, Input, Output> {
  const { permission } = definition;
  return command("system", definition, {
    admit: (ctx) => requireSystemPermission(ctx.scope.systemRole, permission),
    wall: () => ({ system: true }),
    reprove: async (tx, ctx, input) => {
      await definition.lockFirst?.(tx, input);
      return await reproveSystemRole(tx, ctx, permission);
    },
  });
}

interface Gate<Ctx, Input> {
  admit(ctx: Ctx): void;
  wall(ctx: Ctx): Wall;
  /** Reads the evidence again under a lock, so that a right taken away meanwhile does not count. */
  reprove?(tx: Tx, ctx: Ctx, input: Input): Promise<Ctx>;
}

function command<Ctx extends RequestContext, Input extends z.ZodType, Prepared, Output>(
  kind: Kind,
  definition: Definition<Ctx, Input, Prepared, Output> & { permission?: Permission | SystemPermission },
  gate: Gate<Ctx, z.output<Input>>,
): Command<Ctx, Input, Output> {
  const { action, permission } = definition;
  const execute = async (ctx: Ctx, given: z.input<Input>, attempt: Attempt): Promise<Output> => {
    gate.admit(ctx);
    if (definition.stepUp) requireFreshProof(ctx);
    const input = parseInput(definition.input, given);
    const call = definition.repeatable ? repeatableCall(ctx, action, given) : null;
    const kept = call ? await getAnswer(ctx, call) : null;
    // What was sealed is what this very command answered.
    if (kept) return kept.answer as Output;
    // Where a definition has no `prepare`, its `Prepared` is inferred as undefined or never read.
    const prepared = (await definition.prepare?.({ ctx, input, attempt })) as Prepared;
    const ended = await transact(ctx.services, gate.wall(ctx), async (tx) => {
      const proven = gate.reprove ? await gate.reprove(tx, ctx, input) : ctx;
      const run = () => definition.run({ ctx: proven, input, prepared, tx, attempt });
      const outcome = call ? await runOnce(tx, ctx, call, run) : await run();
      await enqueueMails(tx, ctx, outcome.mails ?? []);
      const workspaceId = gate.wall(ctx).workspaceId ?? null;
      const { change } = outcome;
      const isSystem = kind === "system";
      if (change) await appendAudit(tx, ctx, { action, workspaceId, ...actionOf(change), change, isSystem });
      return outcome;
    });
    return "refusal" in ended ? fail(ended.refusal, ended.meta) : ended.output;
  };
  const run = definition.attempt ? recorded(definition.attempt, execute) : unrecorded(execute);
  return Object.assign(run, { definition: { kind, action, input: definition.input, permission } });
}

/** The call's key is taken and its answer kept in the transaction that does what it asks: both, or neither. */
async function runOnce<Output>(
  tx: Tx,
  ctx: RequestContext,
  call: RepeatableCall,
  run: () => Promise<Outcome<Output> | Refusal>,
): Promise<Outcome<Output> | Refusal> {
  const kept = await claimCall(tx, ctx, call);
  // What was sealed is what this very command answered.
  if (kept) return { output: kept.answer as Output, change: null };
  const outcome = await run();
  if ("refusal" in outcome) await releaseCall(tx, call);
  else await keepAnswer(tx, ctx, call, outcome.output);
  return outcome;
}

function actionOf(change: Change | (Change & { action: AuditAction })): { action?: AuditAction } {
  return "action" in change ? { action: change.action } : {};
}

type Execute<Ctx, Given, Output> = (ctx: Ctx, given: Given, attempt: Attempt) => Promise<Output>;

function unrecorded<Ctx extends RequestContext, Given, Output>(execute: Execute<Ctx, Given, Output>) {
  return (ctx: Ctx, given: Given) => execute(ctx, given, { accountId: null, identifier: null });
}

function recorded<Ctx extends RequestContext, Given, Output>(kind: AttemptKind, execute: Execute<Ctx, Given, Output>) {
  return async (ctx: Ctx, given: Given): Promise<Output> => {
    const attempt: Attempt = { accountId: ctx.actor?.account.id ?? null, identifier: null };
    let failure: unknown = null;
    try {
      return await execute(ctx, given, attempt);
    } catch (error) {
      failure = error;
      throw error;
    } finally {
      await recordAttempt(ctx, kind, attempt, failure);
    }
  };
}

function parseInput<Input extends z.ZodType>(schema: Input, given: unknown): z.output<Input> {
  const parsed = schema.safeParse(given);
  return parsed.success ? parsed.data : fail("INVALID_INPUT", {}, fieldErrorsOf(parsed.error));
}

function requireVerified(ctx: UserContext): void {
  if (ctx.actor.account.status === "PENDING") fail("EMAIL_NOT_VERIFIED");
}

/** @throws STEP_UP_REQUIRED where nobody proved within ten minutes that it is them. */
export function requireFreshProof(ctx: RequestContext): void {
  const provedAt = ctx.actor?.session.provedAt;
  if (!provedAt || ctx.services.clock.now().getTime() - provedAt.getTime() > STEP_UP_WINDOW_MS)
    fail("STEP_UP_REQUIRED");
}

async function reproveSystemRole(tx: Tx, ctx: SystemContext, permission: SystemPermission): Promise<SystemContext> {
  const { accountId } = ctx.scope;
  if (!accountId) return ctx;
  const [standing] = await tx.$queryRaw<{ role: SystemContext["scope"]["systemRole"] }[]>`
    SELECT system_role::text AS role FROM account WHERE id = ${accountId}::uuid AND status = 'ACTIVE' FOR SHARE`;
  if (!standing) return fail("NOT_FOUND");
  requireSystemPermission(standing.role, permission);
  return { ...ctx, scope: { ...ctx.scope, systemRole: standing.role } };
}

async function reproveMembership(tx: Tx, ctx: WorkspaceContext, permission: Permission): Promise<WorkspaceContext> {
  const { workspaceId } = ctx.scope;
  const accountId = ctx.actor.account.id;
  const [standing] = await tx.$queryRaw<(EntryRules & { role: WorkspaceContext["scope"]["role"] })[]>`
    SELECT m.role::text AS role, p.mfa_required_from, p.session_max_minutes,
      p.mfa_required_from IS NOT NULL AND (
        EXISTS (SELECT FROM totp_factor t WHERE t.account_id = ${accountId}::uuid AND t.confirmed_at IS NOT NULL)
        OR EXISTS (SELECT FROM passkey k WHERE k.account_id = ${accountId}::uuid)) AS has_factor
    FROM membership m JOIN workspace w ON w.id = m.workspace_id
      LEFT JOIN workspace_policy p ON p.workspace_id = m.workspace_id
    WHERE m.workspace_id = ${workspaceId}::uuid AND m.account_id = ${accountId}::uuid
      AND m.state = 'ACTIVE' AND (m.ends_at IS NULL OR m.ends_at > ${ctx.services.clock.now()}::timestamptz)
      AND w.deleted_at IS NULL FOR SHARE OF m`;
  if (!standing) return fail("NOT_FOUND");
  requireEntry(ctx, standing);
  const proven = { ...ctx, scope: { ...ctx.scope, role: standing.role } };
  requirePermission(proven, permission);
  return proven;
}
