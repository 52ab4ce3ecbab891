/** What must hold of the rows, whatever was killed, raced or retried (reliability.md). */
export type InvariantId = "I1" | "I2" | "I3" | "I4" | "I5" | "I6" | "I7" | "I8" | "I9" | "I10";

export interface Invariant {
  id: InvariantId;
  title: string;
  /** Names what breaks it. */
  sql: string;
}

/** Asked as the tables' owner, who sees past row-level security. Each query answers with one text column, `found`. */
export const INVARIANTS: readonly Invariant[] = [
  {
    id: "I1",
    title: "every live workspace has an active owner",
    sql: `SELECT 'workspace ' || w.id AS found FROM workspace w
      WHERE w.deleted_at IS NULL AND w.ownerless_at IS NULL AND NOT EXISTS (
        SELECT FROM membership m JOIN account a ON a.id = m.account_id
        WHERE m.workspace_id = w.id AND m.role = 'OWNER' AND m.state = 'ACTIVE'
          AND a.status NOT IN ('DELETED', 'SUSPENDED'))`,
  },
  {
    id: "I2",
    title: "no reference dangles and none crosses tenants",
    sql: `SELECT 'workspace ' || w.id || ' without settings' AS found FROM workspace w
        WHERE w.purge_started_at IS NULL AND NOT EXISTS (SELECT FROM workspace_settings s WHERE s.workspace_id = w.id)
      UNION ALL SELECT 'workspace ' || w.id || ' without its address' FROM workspace w
        WHERE w.purge_started_at IS NULL
          AND NOT EXISTS (SELECT FROM workspace_slug s WHERE s.slug = w.slug AND s.workspace_id = w.id)
      UNION ALL SELECT 'account ' || a.id || ' was last in a workspace that is gone' FROM account a
        WHERE a.last_workspace_id IS NOT NULL AND NOT EXISTS (SELECT FROM workspace w WHERE w.id = a.last_workspace_id)
      UNION ALL SELECT 'workspace ' || w.id || ' of a creator that is gone' FROM workspace w
        WHERE NOT EXISTS (SELECT FROM account a WHERE a.id = w.created_by)
      UNION ALL SELECT 'audit detail ' || d.entry_id || ' of another workspace' FROM audit_detail d
        JOIN audit_entry e ON e.id = d.entry_id WHERE d.workspace_id IS DISTINCT FROM e.workspace_id`,
  },
  {
    id: "I3",
    title: "a token is used once, after it was made and before it ran out",
    sql: `SELECT 'token ' || id AS found FROM one_time_token WHERE used_at < created_at OR used_at >= expires_at`,
  },
  {
    id: "I4",
    title: "an account has at most 5 live sessions in an app",
    sql: `SELECT 'account ' || account_id || ': ' || count(*) AS found FROM session
      WHERE expires_at > $NOW AND absolute_expires_at > $NOW GROUP BY account_id, audience HAVING count(*) > 5`,
  },
  {
    id: "I5",
    title: "each change has its one audit row: workspaces are created, deleted and purged as the audit says",
    sql: `SELECT 'workspace ' || w.id || ' created ' || count(e.id) || ' times' AS found FROM workspace w
        LEFT JOIN audit_entry e ON e.target = w.id::text AND e.action = 'workspace.created'
        GROUP BY w.id HAVING count(e.id) <> 1
      UNION ALL SELECT 'workspace ' || w.id || ' and its audit disagree' FROM workspace w
        LEFT JOIN LATERAL (SELECT e.action FROM audit_entry e WHERE e.target = w.id::text
          AND e.action IN ('workspace.deleted', 'workspace.restored', 'workspace.undeleted') ORDER BY e.seq DESC LIMIT 1) last ON true
        WHERE (w.deleted_at IS NOT NULL) <> (coalesce(last.action, '') = 'workspace.deleted')
      UNION ALL SELECT 'workspace ' || t.workspace_id || ' purged ' || count(e.id) || ' times' FROM workspace_tombstone t
        LEFT JOIN audit_entry e ON e.target = t.workspace_id::text AND e.action = 'workspace.purged'
        GROUP BY t.workspace_id HAVING count(e.id) <> (CASE WHEN max(t.purged_at) IS NULL THEN 0 ELSE 1 END)`,
  },
  {
    id: "I6",
    title: "each audit chain is whole: every hash is its row's, every link its predecessor's, and its head is its end",
    sql: `SELECT 'chain ' || chain || ' breaks at ' || seq AS found FROM (
        SELECT chain, seq, prev, lag(hash) OVER links AS before, lag(seq) OVER links AS seq_before
        FROM audit_entry WINDOW links AS (PARTITION BY chain ORDER BY seq)) link
        WHERE seq_before IS NOT NULL AND (prev <> before OR seq <> seq_before + 1)
      UNION ALL SELECT 'chain ' || e.chain || ' was edited at ' || e.seq FROM audit_entry e
        WHERE e.hash <> audit_hash(e)
      UNION ALL SELECT 'chain ' || e.chain || ' has another detail at ' || e.seq FROM audit_entry e
        JOIN audit_detail d ON d.entry_id = e.id
        WHERE e.detail_digest <> sha256(d.salt || convert_to(d.detail, 'UTF8'))
      UNION ALL SELECT 'chain ' || h.chain || ' does not end at its head' FROM audit_head h
        WHERE h.seq > 0 AND NOT EXISTS (SELECT FROM audit_entry e WHERE e.chain = h.chain AND e.seq = h.seq AND e.hash = h.hash)
      UNION ALL SELECT 'chain ' || e.chain || ' goes on past its head' FROM audit_entry e
        LEFT JOIN audit_head h ON h.chain = e.chain WHERE h.chain IS NULL OR e.seq > h.seq`,
  },
  {
    id: "I7",
    title: "a mail has one Message-ID, is marked sent once, and keeps nothing sealed when it is over",
    sql: `SELECT 'mail ' || id AS found FROM mail_outbox
      WHERE (state = 'SENT') <> (sent_at IS NOT NULL) OR (state = 'QUEUED') <> (payload IS NOT NULL)
        OR message_id NOT LIKE '<' || id || '@%>'`,
  },
  {
    id: "I8",
    title: "addresses, usernames and slugs are unique however they are written",
    sql: `SELECT 'address of ' || count(*) || ' accounts, ' || min(id::text) AS found FROM account
        GROUP BY lower(email) HAVING count(*) > 1
      UNION ALL SELECT 'username ' || lower(username) FROM account GROUP BY lower(username) HAVING count(*) > 1
      UNION ALL SELECT 'slug ' || lower(slug) FROM workspace GROUP BY lower(slug) HAVING count(*) > 1`,
  },
  {
    id: "I9",
    title: "a purge takes what was counted, no less: its tombstone, its audit row and its addresses are what is left",
    sql: `SELECT 'workspace ' || t.workspace_id AS found FROM workspace_tombstone t WHERE t.purged_at IS NOT NULL AND (
        EXISTS (SELECT FROM workspace w WHERE w.id = t.workspace_id)
        OR EXISTS (SELECT FROM membership m WHERE m.workspace_id = t.workspace_id)
        OR EXISTS (SELECT FROM workspace_settings s WHERE s.workspace_id = t.workspace_id)
        OR EXISTS (SELECT FROM invitation i WHERE i.workspace_id = t.workspace_id)
        OR EXISTS (SELECT FROM ownership_transfer o WHERE o.workspace_id = t.workspace_id)
        OR EXISTS (SELECT FROM workspace_export x WHERE x.workspace_id = t.workspace_id)
        OR EXISTS (SELECT FROM workspace_logo l WHERE l.workspace_id = t.workspace_id)
        OR EXISTS (SELECT FROM workspace_billing b WHERE b.workspace_id = t.workspace_id)
        OR EXISTS (SELECT FROM workspace_policy p WHERE p.workspace_id = t.workspace_id)
        OR EXISTS (SELECT FROM personal_access_token k
                   WHERE k.bound_workspace_id = t.workspace_id AND k.revoked_at IS NULL))
      UNION ALL SELECT 'workspace ' || t.workspace_id || ' counted otherwise in its audit' FROM workspace_tombstone t
        JOIN audit_entry e ON e.target = t.workspace_id::text AND e.action = 'workspace.purged'
        JOIN audit_detail d ON d.entry_id = e.id WHERE d.detail::jsonb -> 'after' <> t.counts`,
  },
  {
    id: "I10",
    title: "no secret is stored in clear",
    sql: `SELECT 'password of account ' || id AS found FROM account WHERE password_hash !~ '^\\$argon2id\\$'
      UNION ALL SELECT 'password history ' || id FROM password_history WHERE hash !~ '^\\$argon2id\\$'
      UNION ALL SELECT 'token of session ' || id FROM session WHERE octet_length(token_hash) <> 32
      UNION ALL SELECT 'token ' || id FROM one_time_token WHERE octet_length(token_hash) <> 32
      UNION ALL SELECT 'mail ' || id FROM mail_outbox WHERE payload !~ '^v1:'
      UNION ALL SELECT 'audit detail ' || entry_id FROM audit_detail WHERE detail ~ '\\$argon2id\\$|#token='`,
  },
];
