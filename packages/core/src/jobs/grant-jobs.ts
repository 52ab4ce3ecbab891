import type { PgBoss } from "pg-boss";
import { COMMAND_QUEUES, JOBS_SCHEMA } from "./rules.ts";

const names = Object.keys(COMMAND_QUEUES)
  .map((name) => `'${name}'`)
  .join(", ");

/**
 * Says who may do what in the queue's schema, as its owner. The app holds one function, which adds a job of a command
 * and wakes the workers; its insert is pg-boss's own with the queue's settings (pg-boss 12, `insertJobs`), and so is
 * its channel.
 */
export async function grantJobs(boss: PgBoss): Promise<void> {
  await boss.getDb().executeSql(RIGHTS);
}

const RIGHTS = `
CREATE OR REPLACE FUNCTION ${JOBS_SCHEMA}.enqueue(p_name text, p_key text, p_data jsonb) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $body$
DECLARE
  q ${JOBS_SCHEMA}.queue;
BEGIN
  IF p_name NOT IN (${names}) OR length(p_key) > 100 OR octet_length(p_data::text) > 2000 THEN
    RAISE EXCEPTION 'no such job' USING ERRCODE = 'insufficient_privilege';
  END IF;
  SELECT * INTO STRICT q FROM ${JOBS_SCHEMA}.queue WHERE name = p_name;
  INSERT INTO ${JOBS_SCHEMA}.job (name, data, singleton_key, policy, expire_seconds, deletion_seconds, keep_until,
      retry_limit, retry_delay, retry_backoff, retry_delay_max, heartbeat_seconds)
    VALUES (q.name, p_data, p_key, q.policy, q.expire_seconds, q.deletion_seconds,
      now() + q.retention_seconds * interval '1 second', q.retry_limit, q.retry_delay, q.retry_backoff,
      q.retry_delay_max, q.heartbeat_seconds)
    ON CONFLICT DO NOTHING;
  PERFORM pg_notify('pgboss_' || left(encode(sha224('${JOBS_SCHEMA}'::bytea), 'hex'), 24), p_name);
END $body$;
REVOKE ALL ON ALL FUNCTIONS IN SCHEMA ${JOBS_SCHEMA} FROM PUBLIC;
REVOKE ALL ON ALL TABLES IN SCHEMA ${JOBS_SCHEMA} FROM PUBLIC, pronaflow_app;
GRANT USAGE ON SCHEMA ${JOBS_SCHEMA} TO pronaflow_app, pronaflow_admin;
GRANT EXECUTE ON FUNCTION ${JOBS_SCHEMA}.enqueue(text, text, jsonb) TO pronaflow_app;
GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA ${JOBS_SCHEMA} TO pronaflow_admin;
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA ${JOBS_SCHEMA} TO pronaflow_admin;
GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA ${JOBS_SCHEMA} TO pronaflow_admin;
`;
