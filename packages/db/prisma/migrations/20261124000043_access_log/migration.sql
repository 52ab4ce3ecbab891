-- The access log of a workspace, by keyset, also by who acted and by what was done.
CREATE INDEX "audit_entry_workspace_id_actor_id_at_id_idx" ON "audit_entry"("workspace_id", "actor_id", "at", "id");
CREATE INDEX "audit_entry_workspace_id_action_at_id_idx" ON "audit_entry"("workspace_id", "action", "at", "id");

-- It states the proven scope for the length of this statement; row-level security answers. Each filter that is null is
-- left out of the statement, so that the index that fits is found.
CREATE FUNCTION access_log(
  p_account_id uuid, p_workspace_id uuid, p_actor_id uuid, p_actions text[], p_from timestamptz, p_to timestamptz,
  p_before_at timestamptz, p_before_id uuid, p_limit integer
) RETURNS TABLE (id uuid, at timestamptz, action text, actor_kind text, actor_id uuid, actor_name text, on_behalf_of uuid,
  target text, target_name text, detail text) LANGUAGE plpgsql AS $$
BEGIN
  PERFORM set_config('app.account_id', p_account_id::text, true),
          set_config('app.workspace_id', p_workspace_id::text, true);
  RETURN QUERY EXECUTE
    'SELECT e.id, e.at, e.action, e.actor_kind::text, e.actor_id, a.display_name, e.on_behalf_of, e.target, t.display_name, d.detail
     FROM (SELECT * FROM audit_entry e WHERE e.workspace_id = $1'
    || CASE WHEN p_actor_id IS NULL THEN '' ELSE ' AND e.actor_id = $2' END
    || CASE WHEN p_actions IS NULL THEN '' ELSE ' AND e.action = ANY ($3)' END
    || CASE WHEN p_from IS NULL THEN '' ELSE ' AND e.at >= $4' END
    || CASE WHEN p_to IS NULL THEN '' ELSE ' AND e.at < $5' END
    || CASE WHEN p_before_at IS NULL THEN '' ELSE ' AND (e.at, e.id) < ($6, $7)' END
    || ' ORDER BY e.at DESC, e.id DESC LIMIT $8) e
     LEFT JOIN audit_detail d ON d.entry_id = e.id
     LEFT JOIN account a ON a.id = e.actor_id
     CROSS JOIN LATERAL (SELECT CASE WHEN e.target ~ ''^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$'' THEN e.target::uuid END AS id) named
     LEFT JOIN membership m ON m.workspace_id = e.workspace_id AND m.id = named.id
     LEFT JOIN account t ON t.id = coalesce(m.account_id, named.id)
     ORDER BY e.at DESC, e.id DESC'
    USING p_workspace_id, p_actor_id, p_actions, p_from, p_to, p_before_at, p_before_id, p_limit;
END $$;
