-- AlterEnum
ALTER TYPE "AttemptState" ADD VALUE 'voided';

-- A state of its own takes a voided attempt out of everything that asks for open or submitted ones, the index that
-- allows one open attempt among it. Whether it had been submitted is still said by the time of that. The new value is
-- not named here: it may not be used in the transaction that adds it.
ALTER TABLE "Attempt"
  DROP CONSTRAINT "Attempt_submitted_whole",
  DROP CONSTRAINT "Attempt_void_check",
  ADD CONSTRAINT "Attempt_submitted_whole" CHECK (
    ("state" = 'open' AND "submittedAt" IS NULL OR "state" = 'submitted' AND "submittedAt" IS NOT NULL
      OR "state" NOT IN ('open', 'submitted')) AND ("submittedAt" IS NULL) = ("submittedBy" IS NULL)),
  ADD CONSTRAINT "Attempt_void_check" CHECK (
    ("voidedAt" IS NULL) = ("voidReason" IS NULL) AND ("voidedAt" IS NULL) = ("state" IN ('open', 'submitted')));
