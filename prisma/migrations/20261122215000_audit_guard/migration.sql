-- Entries are few and only added: what waits while these indexes are built is acts of admins, for a moment.
-- squawk-ignore-file require-concurrent-index-creation, require-concurrent-index-deletion

-- The triggers fire for everybody, also where a session says that it replays what was done elsewhere.
ALTER TABLE "AuditEntry" ENABLE ALWAYS TRIGGER "AuditEntry_is_append_only";
ALTER TABLE "AuditEntry" ENABLE ALWAYS TRIGGER "AuditEntry_is_not_truncated";

-- The log is read page by page, the newest first, by each of its filters.
DROP INDEX "AuditEntry_at_id_idx";
DROP INDEX "AuditEntry_subjectType_subjectId_idx";
CREATE INDEX "AuditEntry_at_id_idx" ON "AuditEntry"("at" DESC, "id" DESC);
CREATE INDEX "AuditEntry_actorId_at_id_idx" ON "AuditEntry"("actorId", "at" DESC, "id" DESC);
CREATE INDEX "AuditEntry_action_at_id_idx" ON "AuditEntry"("action", "at" DESC, "id" DESC);
CREATE INDEX "AuditEntry_subjectType_subjectId_at_id_idx" ON "AuditEntry"("subjectType", "subjectId", "at" DESC, "id" DESC);
CREATE INDEX "AuditEntry_requestId_idx" ON "AuditEntry"("requestId");

-- What reasons say, in the one spelling that everything is searched in.
CREATE INDEX "AuditEntry_reason_search" ON "AuditEntry"
  USING gin (to_tsvector('simple', normalise_search("reason"))) WHERE "reason" IS NOT NULL;
