-- AlterTable
ALTER TABLE "AccessGroup" ADD COLUMN     "coordinatorEmail" TEXT;

-- AlterTable
ALTER TABLE "AccessCode" ADD COLUMN     "handedOutAt" TIMESTAMPTZ(3),
ADD COLUMN     "invitedLocale" TEXT,
ADD COLUMN     "invitedName" TEXT NOT NULL DEFAULT '';

-- CreateIndex
CREATE INDEX "AccessGroup_coordinatorEmail_idx" ON "AccessGroup"("coordinatorEmail");

-- What Prisma cannot say.

ALTER TABLE "AccessGroup"
  ADD CONSTRAINT "AccessGroup_one_coordinator" CHECK ("coordinatorId" IS NULL OR "coordinatorEmail" IS NULL);
ALTER TABLE "AccessCode"
  ADD CONSTRAINT "AccessCode_invited_has_time" CHECK (("invitedEmail" IS NULL) = ("invitedAt" IS NULL)),
  ADD CONSTRAINT "AccessCode_invited_or_handed_out" CHECK ("invitedAt" IS NULL OR "handedOutAt" IS NULL);

CREATE INDEX "AccessGroup_search" ON "AccessGroup"
  USING gin (person_search_vector("name", "reference" || ' ' || coalesce("coordinatorEmail", '')));
