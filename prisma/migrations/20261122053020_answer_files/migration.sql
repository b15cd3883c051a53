-- CreateTable
CREATE TABLE "AnswerFile" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "attemptId" UUID NOT NULL,
    "slot" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "bytes" INTEGER NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "storedAt" TIMESTAMPTZ(3),

    CONSTRAINT "AnswerFile_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "AnswerFile_attemptId_slot_idx" ON "AnswerFile"("attemptId", "slot");

-- AddForeignKey
ALTER TABLE "AnswerFile" ADD CONSTRAINT "AnswerFile_attemptId_fkey" FOREIGN KEY ("attemptId") REFERENCES "Attempt"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "AnswerFile" ADD CONSTRAINT "AnswerFile_of_a_slot" CHECK ("slot" > 0 AND "bytes" > 0 AND "name" <> '');

-- Where there is no going back, questions open one after another.
CREATE FUNCTION refuse_skipping() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'An attempt goes on by one question at a time' USING ERRCODE = 'integrity_constraint_violation';
END $$;
CREATE TRIGGER "Attempt_one_question_at_a_time" BEFORE UPDATE OF "reachedSlot" ON "Attempt" FOR EACH ROW
  WHEN (NEW."reachedSlot" <> OLD."reachedSlot" AND NEW."reachedSlot" <> OLD."reachedSlot" + 1)
  EXECUTE FUNCTION refuse_skipping();
