-- Whose invitation a link is, before a scope exists: the secret is the proof. Tells its holder one id and nothing else.
CREATE FUNCTION invitation_place(p_token_hash bytea) RETURNS uuid
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT i.workspace_id FROM public.invitation i WHERE i.token_hash = p_token_hash
$$;
REVOKE ALL ON FUNCTION invitation_place FROM PUBLIC;
GRANT EXECUTE ON FUNCTION invitation_place TO pronaflow_app;

-- Ended ones are forgotten after 90 days: the sweep finds them by when they ended.
CREATE INDEX invitation_ended_at_idx ON invitation (ended_at);
