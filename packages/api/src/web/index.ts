import * as z from "zod";
import { createCallerFactory, publicProcedure, router } from "../trpc/init.ts";
import { accountRouter } from "./account-router.ts";
import { authRouter } from "./auth-router.ts";
import { invitationsRouter } from "./invitations-router.ts";
import { transfersRouter } from "./ownership-router.ts";
import { workspacesRouter } from "./workspaces-router.ts";

/** The user app's procedures. The console's are another root: neither holds the other. */
export const webRouter = router({
  /** Does nothing: what a call costs by itself. */
  ping: publicProcedure.output(z.object({ status: z.literal("ok") })).query(() => ({ status: "ok" as const })),
  auth: authRouter,
  account: accountRouter,
  workspaces: workspacesRouter,
  invitations: invitationsRouter,
  transfers: transfersRouter,
});

export type WebRouter = typeof webRouter;

/** Calls procedures in process, with a context made beforehand. */
export const createWebCaller = createCallerFactory(webRouter);
export { findPicture } from "@pronaflow/core/account";
export type { ApiContext } from "../trpc/context.ts";
export { createApiContext } from "../trpc/context.ts";
export { download } from "./download.ts";
