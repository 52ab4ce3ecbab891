CREATE INDEX "auth_attempt_identifier_hash_at_idx" ON "auth_attempt"("identifier_hash", "at");
