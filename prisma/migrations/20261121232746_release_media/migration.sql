-- CreateTable
CREATE TABLE "ReleaseMedia" (
    "releaseId" UUID NOT NULL,
    "sha256" TEXT NOT NULL,
    "contentType" TEXT NOT NULL,

    CONSTRAINT "ReleaseMedia_pkey" PRIMARY KEY ("releaseId","sha256")
);

-- CreateIndex
CREATE INDEX "ReleaseMedia_sha256_idx" ON "ReleaseMedia"("sha256");

-- AddForeignKey
ALTER TABLE "ReleaseMedia" ADD CONSTRAINT "ReleaseMedia_releaseId_fkey" FOREIGN KEY ("releaseId") REFERENCES "Release"("id") ON DELETE CASCADE ON UPDATE CASCADE;

CREATE TRIGGER "ReleaseMedia_is_immutable" BEFORE UPDATE ON "ReleaseMedia" FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- Releases made before this kept no list of their own.
INSERT INTO "ReleaseMedia" ("releaseId", "sha256", "contentType")
SELECT "Course"."currentReleaseId", "CourseMedia"."sha256", min("CourseMedia"."contentType")
FROM "CourseMedia" JOIN "Course" ON "Course"."id" = "CourseMedia"."courseId"
WHERE "Course"."currentReleaseId" IS NOT NULL
GROUP BY 1, 2;
