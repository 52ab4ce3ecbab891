-- Narrow functions: the audit's only pen, the rate limiter's bucket, and the hot reads that prove a scope.

-- A field of the hashed form: its length in bytes as int4, then its UTF-8 bytes; null is the length -1.
CREATE FUNCTION audit_field(value text) RETURNS bytea LANGUAGE sql IMMUTABLE PARALLEL SAFE
  SET search_path = pg_catalog, pg_temp
  AS $$ SELECT CASE WHEN value IS NULL THEN '\xffffffff'::bytea
               ELSE int4send(octet_length(convert_to(value, 'UTF8'))) || convert_to(value, 'UTF8') END $$;

-- SHA-256 over a version tag, the length-prefixed fields and the previous hash.
CREATE FUNCTION audit_hash(entry public.audit_entry) RETURNS bytea LANGUAGE sql IMMUTABLE PARALLEL SAFE
  SET search_path = pg_catalog, pg_temp
  AS $$ SELECT sha256(
    public.audit_field('pronaflow-audit-v1')
    || public.audit_field(entry.chain)
    || public.audit_field(entry.seq::text)
    || public.audit_field(entry.id::text)
    || public.audit_field(((extract(epoch FROM entry.at) * 1000000)::bigint)::text)
    || public.audit_field(entry.action)
    || public.audit_field(entry.actor_kind::text)
    || public.audit_field(entry.actor_id::text)
    || public.audit_field(entry.on_behalf_of::text)
    || public.audit_field(entry.target)
    || public.audit_field(entry.workspace_id::text)
    || public.audit_field(entry.request_id)
    || entry.detail_digest
    || entry.prev) $$;

-- Adds one row to its chain. The chain of a workspace is its own; everything else goes to one of 16 shards by target.
-- The head row is the last lock a transaction takes. A caller may write only for the scope it stands in.
CREATE FUNCTION audit_append(
  p_id uuid, p_at timestamptz, p_action text, p_actor_kind text, p_actor_id uuid, p_on_behalf_of uuid,
  p_target text, p_workspace_id uuid, p_request_id text, p_salt bytea, p_detail text
) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  head public.audit_head;
  entry public.audit_entry;
  in_scope boolean := p_workspace_id IS NOT DISTINCT FROM nullif(current_setting('app.workspace_id', true), '')::uuid;
  as_admin boolean := pg_has_role(session_user, 'pronaflow_admin', 'MEMBER')
                      AND coalesce(current_setting('app.system_scope', true), '') = 'on';
BEGIN
  IF p_workspace_id IS NOT NULL AND NOT (in_scope OR as_admin) THEN
    RAISE EXCEPTION 'the audit row is outside the scope' USING ERRCODE = 'insufficient_privilege';
  END IF;
  entry.chain := CASE WHEN p_workspace_id IS NOT NULL THEN 'w:' || p_workspace_id
                 ELSE 'a:' || to_hex(get_byte(sha256(convert_to(p_target, 'UTF8')), 0) & 15) END;
  INSERT INTO public.audit_head (chain, seq, hash) VALUES (entry.chain, 0, '\x'::bytea) ON CONFLICT DO NOTHING;
  SELECT * INTO STRICT head FROM public.audit_head h WHERE h.chain = entry.chain FOR UPDATE;
  entry.id := p_id;
  entry.seq := head.seq + 1;
  entry.at := p_at;
  entry.action := p_action;
  entry.actor_kind := p_actor_kind::public."ActorKind";
  entry.actor_id := p_actor_id;
  entry.on_behalf_of := p_on_behalf_of;
  entry.target := p_target;
  entry.workspace_id := p_workspace_id;
  entry.request_id := p_request_id;
  entry.detail_digest := sha256(p_salt || convert_to(p_detail, 'UTF8'));
  entry.prev := head.hash;
  entry.hash := public.audit_hash(entry);
  INSERT INTO public.audit_entry SELECT entry.*;
  INSERT INTO public.audit_detail (entry_id, workspace_id, salt, detail)
    VALUES (p_id, p_workspace_id, p_salt, p_detail);
  UPDATE public.audit_head h SET seq = entry.seq, hash = entry.hash WHERE h.chain = entry.chain;
END $$;
REVOKE ALL ON FUNCTION audit_append FROM PUBLIC;
GRANT EXECUTE ON FUNCTION audit_append TO pronaflow_app, pronaflow_admin;

-- Takes one call from a bucket (GCRA): p_burst calls at once, refilled evenly over p_window_ms.
-- One conditional statement, so twenty at once get what twenty in a row would.
CREATE FUNCTION rate_take(p_key text, p_now timestamptz, p_burst integer, p_window_ms bigint)
  RETURNS TABLE (allowed boolean, remaining integer, retry_after_ms bigint) LANGUAGE plpgsql AS $$
DECLARE
  step interval := make_interval(secs => p_window_ms / 1000.0 / p_burst);
  full_window interval := make_interval(secs => p_window_ms / 1000.0);
  arrival timestamptz;
BEGIN
  INSERT INTO rate_limit AS r (key, tat) VALUES (p_key, p_now + step)
    ON CONFLICT (key) DO UPDATE SET tat = greatest(r.tat, p_now) + step
      WHERE greatest(r.tat, p_now) + step - p_now <= full_window
    RETURNING tat INTO arrival;
  IF arrival IS NOT NULL THEN
    RETURN QUERY SELECT true, floor(extract(epoch FROM (full_window - (arrival - p_now)))
      / nullif(extract(epoch FROM step), 0))::integer, 0::bigint;
  ELSE
    RETURN QUERY SELECT false, 0,
      ceil(extract(epoch FROM (r.tat + step - p_now - full_window)) * 1000)::bigint FROM rate_limit r WHERE r.key = p_key;
  END IF;
END $$;

-- One's own live workspaces, by name. It states who asks for the length of this statement; row-level security answers.
CREATE FUNCTION own_workspaces(p_account_id uuid)
  RETURNS TABLE (id uuid, slug text, name text, role "Role") LANGUAGE plpgsql AS $$
BEGIN
  PERFORM set_config('app.account_id', p_account_id::text, true);
  RETURN QUERY
    SELECT w.id, w.slug, w.name, m.role FROM membership m JOIN workspace w ON w.id = m.workspace_id
    WHERE m.account_id = p_account_id AND m.state = 'ACTIVE' AND w.deleted_at IS NULL
    ORDER BY lower(w.name), w.id;
END $$;

-- What a person is in a live workspace, found by id or by any address it has had. No row: not theirs, or not there.
CREATE FUNCTION workspace_standing(p_account_id uuid, p_workspace_id uuid, p_slug text)
  RETURNS TABLE (workspace_id uuid, slug text, role "Role", member_id uuid) LANGUAGE plpgsql AS $$
BEGIN
  PERFORM set_config('app.account_id', p_account_id::text, true);
  RETURN QUERY
    SELECT w.id, w.slug, m.role, m.id FROM membership m JOIN workspace w ON w.id = m.workspace_id
    WHERE m.account_id = p_account_id AND m.state = 'ACTIVE' AND w.deleted_at IS NULL
      AND m.workspace_id = coalesce(p_workspace_id,
        (SELECT s.workspace_id FROM workspace_slug s WHERE s.slug = p_slug));
END $$;
