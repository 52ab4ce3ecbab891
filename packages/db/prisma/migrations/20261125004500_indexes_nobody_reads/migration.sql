-- No statement reads by these any more: the console lists workspaces by their ids, and an invitation is looked for by its
-- workspace and address, its link or its mail. They cost each write.
DROP INDEX CONCURRENTLY IF EXISTS workspace_created_at_id_idx;
DROP INDEX CONCURRENTLY IF EXISTS invitation_email_normal_idx;
