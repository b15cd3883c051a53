CREATE TABLE "BackupRun" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "startedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "endedAt" TIMESTAMPTZ(3),
    "ok" BOOLEAN,
    "fileName" TEXT,
    "bytes" BIGINT,
    "files" INTEGER,
    "rows" BIGINT,
    "encrypted" BOOLEAN,
    "error" TEXT,

    CONSTRAINT "BackupRun_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "BackupRun_says_how_it_ended" CHECK (("endedAt" IS NULL) = ("ok" IS NULL)),
    CONSTRAINT "BackupRun_fails_for_a_reason" CHECK ("ok" IS NOT FALSE OR "error" IS NOT NULL)
);

CREATE INDEX "BackupRun_startedAt_idx" ON "BackupRun"("startedAt" DESC);
