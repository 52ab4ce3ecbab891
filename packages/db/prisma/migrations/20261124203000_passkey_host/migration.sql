-- A passkey answers on the host it was made for and on no other: the app and the console may have one each. What was added
-- before is not known and counts for both, until it is used.
ALTER TABLE passkey ADD COLUMN rp_id text;
