import { join } from "node:path";
import type { ApplicationEnvironments } from "./application-environment.ts";
import { applicationEnvironments } from "./application-environment.ts";
import type { Application } from "./application-processes.ts";
import { applications, nodeArguments } from "./application-processes.ts";
import { buildApps } from "./build.ts";
import { startDatabase } from "./database.ts";
import type { LaunchSettings } from "./env.ts";
import { repositoryRoot } from "./env.ts";
import { firstAdminLink } from "./first-admin.ts";
import { startProcess } from "./managed-process.ts";
import { migrateDatabase } from "./migrate-database.ts";
import { PartsWatch } from "./parts-watch.ts";
import type { WantedPort } from "./ports.ts";
import { assertPortsFree } from "./ports.ts";
import { waitUntilReady } from "./readiness.ts";
import { leaveRunningNote } from "./running-note.ts";
import { localSecretKey } from "./secret-key.ts";
import type { ShutdownOrder } from "./shutdown-order.ts";

// Together at most ten seconds, what a service manager grants before it kills.
const GRACE_MS = { apps: 5_000, worker: 2_000, inbox: 500, database: 2_000 };
const READY_MS = 90_000;

export type Launched = {
  settings: LaunchSettings;
  env: ApplicationEnvironments;
  /** The link that makes the first system admin; null when there is one. */
  firstAdminLink: string | null;
  /** Rejects when a part dies that nobody stopped. */
  died: Promise<never>;
};

export type Launch = {
  settings: LaunchSettings;
  /** What happens now, for a person who waits. */
  step: (message: string) => void;
  /** A line of output of a part. */
  onLine: (name: string, line: string) => void;
  shutdown: ShutdownOrder;
  signal: AbortSignal;
};

/** Starts every part in order and returns when all are ready. Whatever it started is in `launch.shutdown`, also when it throws. */
export async function launch(launch: Launch): Promise<Launched> {
  const { settings, step, signal } = launch;
  await assertPortsFree(wantedPorts(settings));
  const parts = new PartsWatch(signal);
  const secretKey = settings.secretKey ?? localSecretKey(settings.dataDir);
  step(settings.databaseUrl ? "using the database of DATABASE_URL" : "starting PostgreSQL");
  const database = startDatabase(launch, parts, GRACE_MS.database);
  const inbox = startInbox(launch, parts);
  const [databaseUrl] = await Promise.all([database, inbox]);
  const takeNoteAway = leaveRunningNote(settings.dataDir, databaseUrl);
  launch.shutdown.add({ name: "note", stop: async () => takeNoteAway() });
  const env = applicationEnvironments(settings, databaseUrl, secretKey);
  const migrated = migrateDatabase(env.owner);
  if (!settings.isDev) step("building what has changed (the first time takes a minute)");
  const built = settings.isDev
    ? Promise.resolve()
    : buildApps(settings.inherited, (line) => launch.onLine("build", line));
  const [applied] = await Promise.all([migrated, built]);
  if (applied.length > 0) step(`applied ${applied.length} migration${applied.length === 1 ? "" : "s"}`);
  signal.throwIfAborted();
  step("starting web, console and worker");
  startApplications(launch, parts, env);
  const link = firstAdminLink(env.admin);
  await Promise.race([parts.died, allReady(settings, signal)]);
  return { settings, env, firstAdminLink: await link, died: parts.died };
}

function wantedPorts({ ports, databaseUrl, smtpUrl }: LaunchSettings): WantedPort[] {
  return [
    { port: ports.web, purpose: "web", variable: "WEB_PORT" },
    { port: ports.admin, purpose: "console", variable: "ADMIN_PORT" },
    ...(smtpUrl ? [] : [{ port: ports.inbox, purpose: "mail inbox", variable: "MAIL_PORT" }]),
    ...(smtpUrl ? [] : [{ port: ports.smtp, purpose: "mail inbox, SMTP", variable: "MAIL_PORT (SMTP is one above)" }]),
    ...(databaseUrl ? [] : [{ port: ports.database, purpose: "database", variable: "DB_PORT" }]),
  ];
}

async function startInbox(launch: Launch, parts: PartsWatch): Promise<void> {
  if (launch.settings.smtpUrl) return;
  const inbox = startProcess({
    name: "inbox",
    args: [join(import.meta.dirname, "inbox-process.ts")],
    env: launch.settings.inherited,
    onLine: launch.onLine,
  });
  launch.shutdown.add({ name: "inbox", stop: () => inbox.stop(GRACE_MS.inbox) });
  await inbox.nextMessage();
  parts.watch(inbox);
}

function startApplications(launch: Launch, parts: PartsWatch, env: ApplicationEnvironments): void {
  const start = (application: Application, own: Record<string, string>) => {
    const started = startProcess({
      name: application.name,
      args: nodeArguments(application, launch.settings.isDev),
      cwd: join(repositoryRoot, application.folder),
      env: own,
      onLine: launch.onLine,
    });
    parts.watch(started);
    return started;
  };
  const worker = start(applications.worker, env.admin);
  launch.shutdown.add({ name: "worker", stop: () => worker.stop(GRACE_MS.worker) });
  const apps = [start(applications.web, env.web), start(applications.admin, env.admin)];
  launch.shutdown.add(...apps.map((app) => ({ name: app.name, stop: () => app.stop(GRACE_MS.apps) })));
}

async function allReady({ ports }: LaunchSettings, signal: AbortSignal): Promise<void> {
  await Promise.all(
    [ports.web, ports.admin].map((port) =>
      waitUntilReady(`http://127.0.0.1:${port}/api/health/ready`, READY_MS, signal),
    ),
  );
}
