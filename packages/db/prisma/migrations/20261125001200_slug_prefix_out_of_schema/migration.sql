-- The schema's language has no word for how this index compares, and its tool would make it anew with each migration. It
-- looks past indexes with a condition; this one always holds, and every search by the beginning of an address implies it.
DROP INDEX CONCURRENTLY IF EXISTS workspace_slug_prefix;
CREATE INDEX CONCURRENTLY workspace_slug_prefix ON workspace (slug text_pattern_ops) WHERE slug IS NOT NULL;
