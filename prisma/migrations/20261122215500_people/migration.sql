-- So that nothing waits behind these for long.
SET lock_timeout = '5s';

-- AlterTable
ALTER TABLE "User" ADD COLUMN     "mergedIntoId" UUID;

-- CreateTable
CREATE TABLE "Viewing" (
    "sessionId" UUID NOT NULL,
    "adminId" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "startedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Viewing_pkey" PRIMARY KEY ("sessionId")
);

-- CreateTable
CREATE TABLE "Invitation" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL DEFAULT '',
    "locale" TEXT NOT NULL,
    "tokenSha256" TEXT NOT NULL,
    "invitedById" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "sentAt" TIMESTAMPTZ(3) NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "acceptedAt" TIMESTAMPTZ(3),
    "acceptedById" UUID,
    "withdrawnAt" TIMESTAMPTZ(3),

    CONSTRAINT "Invitation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "InvitationCourse" (
    "invitationId" UUID NOT NULL,
    "courseId" UUID NOT NULL,

    CONSTRAINT "InvitationCourse_pkey" PRIMARY KEY ("invitationId","courseId")
);

-- CreateIndex
CREATE INDEX "Viewing_adminId_idx" ON "Viewing"("adminId");

-- CreateIndex
CREATE INDEX "Viewing_userId_idx" ON "Viewing"("userId");

-- CreateIndex
CREATE UNIQUE INDEX "Invitation_tokenSha256_key" ON "Invitation"("tokenSha256");

-- CreateIndex
CREATE INDEX "Invitation_email_idx" ON "Invitation"("email");

-- CreateIndex
CREATE INDEX "Invitation_invitedById_idx" ON "Invitation"("invitedById");

-- CreateIndex
CREATE INDEX "Invitation_acceptedById_idx" ON "Invitation"("acceptedById");

-- CreateIndex
CREATE INDEX "InvitationCourse_courseId_idx" ON "InvitationCourse"("courseId");

-- AddForeignKey
ALTER TABLE "User" ADD CONSTRAINT "User_mergedIntoId_fkey" FOREIGN KEY ("mergedIntoId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE NOT VALID;

-- AddForeignKey
ALTER TABLE "Viewing" ADD CONSTRAINT "Viewing_sessionId_fkey" FOREIGN KEY ("sessionId") REFERENCES "Session"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Viewing" ADD CONSTRAINT "Viewing_adminId_fkey" FOREIGN KEY ("adminId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Viewing" ADD CONSTRAINT "Viewing_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Invitation" ADD CONSTRAINT "Invitation_invitedById_fkey" FOREIGN KEY ("invitedById") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Invitation" ADD CONSTRAINT "Invitation_acceptedById_fkey" FOREIGN KEY ("acceptedById") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "InvitationCourse" ADD CONSTRAINT "InvitationCourse_invitationId_fkey" FOREIGN KEY ("invitationId") REFERENCES "Invitation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "InvitationCourse" ADD CONSTRAINT "InvitationCourse_courseId_fkey" FOREIGN KEY ("courseId") REFERENCES "Course"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Nobody looks at the academy as herself, and a merged account is closed.
ALTER TABLE "Viewing" ADD CONSTRAINT "Viewing_as_another" CHECK ("adminId" <> "userId");
ALTER TABLE "User" ADD CONSTRAINT "User_merged_is_suspended" CHECK ("mergedIntoId" IS NULL OR "suspendedAt" IS NOT NULL) NOT VALID;

-- One invitation of an address at a time.
CREATE UNIQUE INDEX "Invitation_one_waiting" ON "Invitation" ("email") WHERE "acceptedAt" IS NULL AND "withdrawnAt" IS NULL;

-- Every process forgets at once who looked at the academy as whom.
CREATE FUNCTION announce_viewing() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP <> 'INSERT' THEN
    PERFORM pg_notify('person_changed', OLD."adminId"::text);
    PERFORM pg_notify('person_changed', OLD."userId"::text);
  END IF;
  IF TG_OP <> 'DELETE' THEN
    PERFORM pg_notify('person_changed', NEW."adminId"::text);
    PERFORM pg_notify('person_changed', NEW."userId"::text);
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER "Viewing_announces" AFTER INSERT OR UPDATE OR DELETE ON "Viewing"
  FOR EACH ROW EXECUTE FUNCTION announce_viewing();
