import type { AccountTokenPermission } from "@pronaflow/contract";
import { describeError, ERRORS, fail, isProductError } from "@pronaflow/contract";
import type { SystemContext, UserContext } from "@pronaflow/core/kernel";
import {
  proveSystemScope,
  proveWorkspaceScope,
  requireConsoleRole,
  requireGrant,
  requireStaying,
} from "@pronaflow/core/kernel";
import { proveTransferScope } from "@pronaflow/core/ownership";
import { initTRPC, TRPCError } from "@trpc/server";
import * as z from "zod";
import type { ApiMeta } from "../rest/meta.ts";
import { codedError } from "../server/failure.ts";
import type { ApiContext } from "./context.ts";

const trpc = initTRPC
  .context<ApiContext>()
  .meta<ApiMeta>()
  .create({
    isDev: false,
    errorFormatter({ shape, error, ctx }) {
      const coded = codedError(error);
      const code = coded?.code ?? "INTERNAL";
      const meta = coded?.meta ?? {};
      return {
        ...shape,
        message: describeError(code, meta, ctx?.locale),
        data: {
          code,
          meta,
          fields: coded?.fields,
          requestId: ctx?.requestId ?? null,
          httpStatus: ERRORS[code].status,
        },
      };
    },
  });

export const { router, createCallerFactory } = trpc;

/** The product's coded errors become tRPC's, once; everything else is a fault. */
const coded = trpc.middleware(async ({ next }) => {
  const result = await next();
  if (result.ok || !isProductError(result.error.cause)) return result;
  const { cause } = result.error;
  throw new TRPCError({ code: ERRORS[cause.code].trpc, message: cause.code, cause });
});

/** For anyone. */
export const publicProcedure = trpc.procedure.use(coded);

/** For a person or their program, also one who is leaving; what is called has to ask what its token allows. */
const anyActorProcedure = publicProcedure.use(({ ctx, next }) => {
  const { actor } = ctx;
  if (!actor) return fail("UNAUTHENTICATED");
  return next({ ctx: { ...ctx, actor } satisfies UserContext });
});

const actorProcedure = anyActorProcedure.use(({ ctx, next }) => {
  requireStaying(ctx.actor);
  return next();
});

/** For a signed-in account even on its way out, in person or by a token with the permission; null: in person alone. */
export const leavingProcedure = (permission: AccountTokenPermission | null) =>
  anyActorProcedure.use(({ ctx, next }) => {
    requireGrant(ctx.actor, permission);
    return next();
  });

/** For a signed-in account, in person: a personal access token does not pass. */
export const userProcedure = actorProcedure.use(({ ctx, next }) => {
  requireGrant(ctx.actor, null);
  return next();
});

/** For a signed-in account, and for programs whose token has the permission. */
export const tokenProcedure = (permission: AccountTokenPermission) =>
  actorProcedure.use(({ ctx, next }) => {
    requireGrant(ctx.actor, permission);
    return next();
  });

const ById = z.object({ id: z.uuid("INVALID") });
const BySlug = z.object({ slug: z.string().min(1, "REQUIRED").max(100, "INVALID") });

/** For a member of the workspace that the input names by `id`, in person or by a token. */
export const workspaceProcedure = actorProcedure.input(ById).use(async ({ ctx, input, next }) => {
  const scope = await proveWorkspaceScope(ctx, { id: input.id });
  return next({ ctx: { ...ctx, scope } });
});

/** For the member whom the ownership transfer that the input names by `id` was offered to, in person. */
export const transferProcedure = userProcedure.input(ById).use(async ({ ctx, input, next }) => {
  const scope = await proveTransferScope(ctx, { id: input.id });
  return next({ ctx: { ...ctx, scope } });
});

/** The same, in person alone: what a program has no business with. */
export const memberProcedure = userProcedure.input(ById).use(async ({ ctx, input, next }) => {
  const scope = await proveWorkspaceScope(ctx, { id: input.id });
  return next({ ctx: { ...ctx, scope } });
});

/** For a member of the workspace that the input names by `slug`, a former one included. */
export const slugProcedure = userProcedure.input(BySlug).use(async ({ ctx, input, next }) => {
  const scope = await proveWorkspaceScope(ctx, { slug: input.slug });
  return next({ ctx: { ...ctx, scope } });
});

/** For a system admin at the console's door: who they are, setting up the second step, leaving again. */
export const doorProcedure = userProcedure.use(({ ctx, next }) => {
  requireConsoleRole(ctx);
  return next();
});

/** For a system admin in the console. */
export const systemProcedure = userProcedure.use(({ ctx, next }) => {
  return next({ ctx: { ...ctx, scope: proveSystemScope(ctx) } satisfies SystemContext & UserContext });
});
