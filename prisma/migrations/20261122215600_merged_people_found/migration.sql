-- Alone, so that people can be written while it is built.
CREATE INDEX CONCURRENTLY IF NOT EXISTS "User_mergedIntoId_idx" ON "User"("mergedIntoId");
