import { createHash, randomBytes, randomUUID } from "node:crypto";
import type pg from "pg";

export const MEMBERS = 10_000;
export const ENTRIES = 1_000_000;
export const WORKSPACES = 100_000;

/** What a workspace that has just begun holds: a full first page of each list, and one row more for the next. */
const FEW = { members: 60, entries: 1_000, invitations: 60, workspaces: 60 };

/** The person whose workspaces they are, and which is to be small, which large. */
export interface Tenants {
  owner: string;
  small: string;
  large: string;
}

/** Fills both workspaces a little, and makes a few others: what every list is compared with. */
export async function seedFew(owner: pg.Client, { small, large, owner: person }: Tenants): Promise<void> {
  await owner.query("SET session_replication_role = replica");
  await addPeople(owner, MEMBERS);
  await addMembers(owner, small, FEW.members);
  await addEntries(owner, small, person, FEW.entries);
  await addInvitations(owner, small, person, FEW.invitations);
  await addWorkspaces(owner, 1, FEW.workspaces);
  await addMembers(owner, large, 1);
  await owner.query("ANALYZE");
}

/** Ten thousand members, a million facts and as many invitations as members in the large one; a hundred thousand beside it. */
export async function seedMany(owner: pg.Client, { large, owner: person }: Tenants): Promise<void> {
  await addMembers(owner, large, MEMBERS);
  await addEntries(owner, large, person, ENTRIES);
  await addInvitations(owner, large, person, MEMBERS);
  await addWorkspaces(owner, FEW.workspaces + 1, WORKSPACES);
  await owner.query("VACUUM ANALYZE");
}

// Straight into the tables, as their owner and past their triggers: what is read is measured here, not what is written.
// Rows are as commands write them, but for the audit's hashes, which only the verifier reads.
async function addPeople(owner: pg.Client, count: number): Promise<void> {
  await owner.query(
    `INSERT INTO account (id, email, email_normal, username, username_skeleton, display_name, status, email_verified_at,
        created_at, updated_at)
      SELECT gen_random_uuid(), 'person-' || n || '@example.com', 'person-' || n || '@example.com', 'bench-person-' || n,
        'bench-person-' || n, (ARRAY['Ada','Linh','Mateo','Noor','Sven'])[1 + n % 5] || ' ' || n, 'ACTIVE', now(), now(), now()
      FROM generate_series(1, $1::integer) n ON CONFLICT DO NOTHING`,
    [count],
  );
}

async function addMembers(owner: pg.Client, workspaceId: string, count: number): Promise<void> {
  await owner.query(
    `INSERT INTO membership (workspace_id, account_id, id, role, joined_at)
      SELECT $1, a.id, gen_random_uuid(), (CASE WHEN n % 100 = 0 THEN 'ADMIN' WHEN n % 5 = 0 THEN 'VIEWER'
        WHEN n % 997 = 0 THEN 'GUEST' ELSE 'MEMBER' END)::"Role", now() - interval '1 day' + n * interval '1 second'
      FROM (SELECT id, substr(username, 14)::integer AS n FROM account WHERE username LIKE 'bench-person-%') a
      WHERE n <= $2 ON CONFLICT DO NOTHING`,
    [workspaceId, count],
  );
}

async function addEntries(owner: pg.Client, workspaceId: string, actor: string, count: number): Promise<void> {
  const chain = `w:${workspaceId}`;
  const detail = JSON.stringify({ ip: "203.0.113.7", browser: "Firefox", os: "Linux", before: { role: "MEMBER" } });
  await owner.query("BEGIN");
  // Every hundredth by somebody else, every thousandth a rare act: what the filters are to find.
  await owner.query(
    `INSERT INTO audit_entry (id, chain, seq, at, action, actor_kind, actor_id, target, workspace_id, request_id,
        detail_digest, prev, hash)
      SELECT uuidv7(), $1, h.seq + n, now() - interval '300 days' + n * interval '20 seconds',
        CASE WHEN n % 1000 = 0 THEN 'branding.updated' ELSE 'member.role_changed' END, 'ACCOUNT',
        CASE WHEN n % 100 = 0 THEN others.ids[1 + n % 50] ELSE $2::uuid END, $3::uuid::text, $3::uuid, 'bench', '\\x00',
        int8send(h.seq + n - 1), int8send(h.seq + n)
      FROM (SELECT coalesce(max(seq), 0) AS seq FROM audit_entry WHERE chain = $1) h,
        (SELECT array_agg(id) AS ids FROM (SELECT id FROM account WHERE username LIKE 'bench-person-%' LIMIT 50) a) others,
        generate_series(1, $4::integer) n`,
    [chain, actor, workspaceId, count],
  );
  await owner.query(
    `INSERT INTO audit_detail (entry_id, workspace_id, salt, detail)
      SELECT id, workspace_id, '\\x00', $2 FROM audit_entry WHERE workspace_id = $1 AND request_id = 'bench'`,
    [workspaceId, detail],
  );
  await owner.query(
    `UPDATE audit_head SET (seq, hash) = (SELECT seq, hash FROM audit_entry WHERE chain = $1 ORDER BY seq DESC LIMIT 1)
      WHERE chain = $1`,
    [chain],
  );
  await owner.query("COMMIT");
}

async function addInvitations(owner: pg.Client, workspaceId: string, by: string, count: number): Promise<void> {
  await owner.query(
    `INSERT INTO invitation (workspace_id, id, email, email_normal, role, state, token_hash, invited_by, created_at, sent_at,
        expires_at, ended_at)
      SELECT $1::uuid, gen_random_uuid(), 'asked-' || n || '@example.com', 'asked-' || n || '@example.com', 'MEMBER',
        'DECLINED', sha256(($1::uuid || ':' || n)::bytea), $2, at, at, at + interval '2 days', at
      FROM (SELECT n, now() - interval '300 days' + n * interval '20 minutes' AS at FROM generate_series(1, $3::integer) n) s`,
    [workspaceId, by, count],
  );
}

async function addWorkspaces(owner: pg.Client, from: number, to: number): Promise<void> {
  await owner.query("BEGIN");
  await owner.query(
    `CREATE TEMP TABLE made ON COMMIT DROP AS
      SELECT uuidv7() AS id, n, (SELECT id FROM account WHERE username = 'bench-person-' || 1 + n % ${MEMBERS}) AS account_id
      FROM generate_series($1::integer, $2::integer) n`,
    [from, to],
  );
  await owner.query(`INSERT INTO workspace (id, name, slug, created_by, created_at, updated_at, deleted_at, final_at)
    SELECT id, 'Tenant ' || n, 'tenant-' || n, account_id, now(), now(), CASE WHEN n % 50 = 0 THEN now() END,
      CASE WHEN n % 50 = 0 THEN now() + interval '30 days' - n * interval '10 seconds' END FROM made`);
  await owner.query(`INSERT INTO workspace_slug (skeleton, slug, workspace_id, created_at)
    SELECT 'tenant-' || n, 'tenant-' || n, id, now() FROM made`);
  await owner.query(`INSERT INTO workspace_settings (workspace_id, work_days) SELECT id, '{1,2,3,4,5}' FROM made`);
  await owner.query(`INSERT INTO membership (workspace_id, account_id, id, role, joined_at)
    SELECT id, account_id, gen_random_uuid(), 'OWNER', now() FROM made`);
  await owner.query("COMMIT");
}

/** A session of the console, of somebody who may read there: its token. */
export async function openConsole(owner: pg.Client): Promise<string> {
  const token = Array.from(randomBytes(32), (byte) => "abcdefghijklmnopqrstuvwxyz234567".charAt(byte & 31)).join("");
  await owner.query(
    `WITH reader AS (INSERT INTO account (id, email, email_normal, username, username_skeleton, display_name, status,
        system_role, email_verified_at, created_at, updated_at)
      VALUES ($1, 'reader@example.com', 'reader@example.com', 'bench-reader', 'bench-reader', 'Reader', 'ACTIVE', 'SUPPORT', now(), now(), now())
      RETURNING id)
    INSERT INTO session (id, token_hash, account_id, audience, assurance, proved_at, created_at, last_seen_at, expires_at,
        absolute_expires_at)
      SELECT gen_random_uuid(), $2, id, 'ADMIN', 2, now(), now(), now(), now() + interval '1 hour', now() + interval '12 hours'
      FROM reader`,
    [randomUUID(), createHash("sha256").update(token).digest()],
  );
  return token;
}
