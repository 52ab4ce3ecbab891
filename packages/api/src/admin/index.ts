import { createCallerFactory, router } from "../trpc/init.ts";
import { accountsRouter } from "./accounts-router.ts";
import { adminsRouter } from "./admins-router.ts";
import { authRouter } from "./auth-router.ts";
import { incidentsRouter } from "./incidents-router.ts";
import { workspacesRouter } from "./workspaces-router.ts";

/** The console's procedures. The user app cannot reach or import them. */
export const adminRouter = router({
  accounts: accountsRouter,
  admins: adminsRouter,
  auth: authRouter,
  incidents: incidentsRouter,
  workspaces: workspacesRouter,
});

export type AdminRouter = typeof adminRouter;

/** Calls procedures in process, with a context made beforehand. */
export const createAdminCaller = createCallerFactory(adminRouter);
export type { ApiContext } from "../trpc/context.ts";
export { createApiContext } from "../trpc/context.ts";
