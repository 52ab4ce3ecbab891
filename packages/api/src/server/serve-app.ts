import type { Download, Picture } from "@pronaflow/core/account";
import { readEnv } from "@pronaflow/core/env";
import { openJobQueue } from "@pronaflow/core/jobs";
import { callerAddress, factsOf, openServices } from "@pronaflow/core/kernel";
import type { AnyTRPCRouter } from "@trpc/server";
import type { ApiContext } from "../trpc/context.ts";
import { createApiContext } from "../trpc/context.ts";
import { createFront } from "./front.ts";
import type { Pages } from "./options.ts";

/** One app as a program: its procedures, and Next with its pages. */
export interface AppProgram<Router extends AnyTRPCRouter> {
  app: "web" | "admin";
  router: Router;
  /** Gives a person's own file by its id. */
  download?(context: ApiContext, id: string): Promise<Download>;
  /** Gives a picture by its path. */
  picture?(context: ApiContext, path: string): Promise<Picture>;
  /** Called once, before the port opens. */
  openPages(facts: { dev: boolean; port: number }): Promise<Pages>;
  styleHashes: readonly string[];
}

/**
 * Runs an app until SIGTERM or SIGINT, then stops it gracefully. Reads the environment, opens the services, prepares
 * Next and listens on LISTEN_HOST, without one on every interface. Rejects with what stood in the way.
 */
export async function serveApp<Router extends AnyTRPCRouter>(program: AppProgram<Router>): Promise<void> {
  const { app, router, styleHashes, download, picture } = program;
  const env = readEnv();
  const dev = env.NODE_ENV === "development";
  const [port, baseUrl] = app === "web" ? [env.WEB_PORT, env.APP_URL] : [env.ADMIN_PORT, env.ADMIN_URL];
  const jobs = openJobQueue();
  const services = await openServices(env, app, jobs);
  const { db, log, hasher } = services;
  const front = createFront<AnyTRPCRouter>({
    app,
    baseUrl,
    router,
    createContext: (call): Promise<ApiContext> => createApiContext(services, call),
    rest: app === "web",
    ...(download ? { download } : {}),
    ...(picture ? { picture } : {}),
    pages: await program.openPages({ dev, port }),
    probes: { database: () => db.hot("front_ready", "SELECT 1", []) },
    log,
    resolveIp: (peer, forwardedFor) => callerAddress(env, peer, forwardedFor) ?? "",
    dev,
    styleHashes,
    onClosed: async () => {
      hasher.close();
      services.sharedRates?.close();
      await db.close();
    },
  });
  await front.listen(port, env.LISTEN_HOST);
  log.info("listening", { port, baseUrl });
  for (const signal of ["SIGTERM", "SIGINT"] as const) {
    process.once(signal, () => {
      front.close().then(
        () => process.exit(0),
        (error: unknown) => {
          log.error("could not stop cleanly", factsOf(error));
          process.exit(1);
        },
      );
    });
  }
}
