-- Facts are added as they happen, so a few bytes for each stretch of the table find those of a time. Alone, so that
-- people can write while it is built.
CREATE INDEX CONCURRENTLY IF NOT EXISTS "Completion_completedAt_idx" ON "Completion" USING brin ("completedAt") WITH (autosummarize = on);
