import { openDatabase } from "@pronaflow/db";
import { PgBoss } from "pg-boss";
import { JOB_SCHEMA, QUEUES } from "./job-queues.ts";

const LOCK = 72_707_371;

/**
 * Brings the queue's own schema, its queues and their grants up to date, as the owner, after the migrations. Any number of
 * processes may call it at once. The app's role gets one right: to enqueue mail, through a function that holds the
 * library's own statement.
 */
export async function installJobs({ ownerUrl }: { ownerUrl: string }): Promise<void> {
  const db = openDatabase({
    url: ownerUrl,
    poolMax: 2,
    acquireTimeoutMs: 10_000,
    statementTimeoutMs: 60_000,
    lockTimeoutMs: 60_000,
    idleInTransactionTimeoutMs: 60_000,
    applicationName: "pronaflow-install",
  });
  const client = await db.pool.connect();
  try {
    await client.query("SELECT pg_advisory_lock($1)", [LOCK]);
    const statement = await installSchema(ownerUrl);
    await client.query(`CREATE OR REPLACE FUNCTION ${JOB_SCHEMA}.enqueue_mail(jobs text) RETURNS SETOF uuid LANGUAGE sql
      SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $enqueue$ ${statement} $enqueue$`);
    await client.query(GRANTS);
  } finally {
    await client.query("SELECT pg_advisory_unlock($1)", [LOCK]);
    client.release();
    await db.close();
  }
}

const GRANTS = `
  REVOKE ALL ON ALL FUNCTIONS IN SCHEMA ${JOB_SCHEMA} FROM PUBLIC;
  GRANT USAGE ON SCHEMA ${JOB_SCHEMA} TO pronaflow_app, pronaflow_admin;
  GRANT EXECUTE ON FUNCTION ${JOB_SCHEMA}.enqueue_mail TO pronaflow_app;
  GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA ${JOB_SCHEMA} TO pronaflow_admin;
  GRANT ALL ON ALL TABLES IN SCHEMA ${JOB_SCHEMA} TO pronaflow_admin;
  GRANT ALL ON ALL SEQUENCES IN SCHEMA ${JOB_SCHEMA} TO pronaflow_admin`;

/** Answers with the statement by which the library enqueues a mail job; its one parameter is the job as JSON. */
async function installSchema(ownerUrl: string): Promise<string> {
  const boss = new PgBoss({
    connectionString: ownerUrl,
    schema: JOB_SCHEMA,
    max: 2,
    supervise: false,
    schedule: false,
    useListenNotify: true,
  });
  boss.on("error", () => undefined);
  await boss.start();
  try {
    for (const [name, settings] of Object.entries(QUEUES)) {
      const { policy, ...changeable } = settings;
      if (await boss.getQueue(name)) await boss.updateQueue(name, changeable);
      else await boss.createQueue(name, { ...changeable, policy: policy ?? "standard" });
    }
    let statement = "";
    const listening = {
      executeSql: async (text: string) => {
        statement = text;
        return { rows: [{ id: "captured" }] };
      },
    };
    await boss.send("mail.send", {}, { db: listening });
    return statement;
  } finally {
    await boss.stop({ graceful: false });
  }
}
