-- What the console's search reads by. New names go into the index at once: left to be sorted in later, they would be read one
-- after the other by each search.
DROP INDEX CONCURRENTLY IF EXISTS workspace_name_grams;
CREATE INDEX CONCURRENTLY workspace_name_grams ON workspace USING gin (text_grams(name)) WITH (fastupdate = off);
DROP INDEX CONCURRENTLY IF EXISTS workspace_slug_prefix;
CREATE INDEX CONCURRENTLY workspace_slug_prefix ON workspace (slug text_pattern_ops);
-- How often each part occurs is known from here on, and to whoever plans a search before the server counts by itself.
ANALYZE workspace;
