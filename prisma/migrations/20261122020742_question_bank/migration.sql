-- CreateTable
CREATE TABLE "QuestionCategory" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "courseId" UUID NOT NULL,
    "parentId" UUID,
    "name" TEXT NOT NULL,

    CONSTRAINT "QuestionCategory_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Question" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "courseId" UUID NOT NULL,
    "categoryId" UUID,
    "name" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "tags" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "current" INTEGER NOT NULL DEFAULT 1,
    "removedAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Question_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "QuestionVersion" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "questionId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "body" JSONB NOT NULL,
    "sha256" TEXT NOT NULL,
    "createdById" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "QuestionVersion_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "QuestionCategory_id_courseId_key" ON "QuestionCategory"("id", "courseId");

-- CreateIndex
CREATE UNIQUE INDEX "QuestionCategory_courseId_parentId_name_key" ON "QuestionCategory"("courseId", "parentId", "name");

-- CreateIndex
CREATE INDEX "Question_courseId_removedAt_updatedAt_id_idx" ON "Question"("courseId", "removedAt", "updatedAt" DESC, "id");

-- CreateIndex
CREATE INDEX "Question_categoryId_idx" ON "Question"("categoryId");

-- CreateIndex
CREATE UNIQUE INDEX "Question_id_courseId_key" ON "Question"("id", "courseId");

-- CreateIndex
CREATE INDEX "QuestionVersion_createdById_idx" ON "QuestionVersion"("createdById");

-- CreateIndex
CREATE UNIQUE INDEX "QuestionVersion_questionId_number_key" ON "QuestionVersion"("questionId", "number");

-- AddForeignKey
ALTER TABLE "QuestionCategory" ADD CONSTRAINT "QuestionCategory_courseId_fkey" FOREIGN KEY ("courseId") REFERENCES "Course"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "QuestionCategory" ADD CONSTRAINT "QuestionCategory_parentId_courseId_fkey" FOREIGN KEY ("parentId", "courseId") REFERENCES "QuestionCategory"("id", "courseId") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "Question" ADD CONSTRAINT "Question_courseId_fkey" FOREIGN KEY ("courseId") REFERENCES "Course"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Question" ADD CONSTRAINT "Question_categoryId_courseId_fkey" FOREIGN KEY ("categoryId", "courseId") REFERENCES "QuestionCategory"("id", "courseId") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "QuestionVersion" ADD CONSTRAINT "QuestionVersion_questionId_fkey" FOREIGN KEY ("questionId") REFERENCES "Question"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "QuestionVersion" ADD CONSTRAINT "QuestionVersion_createdById_fkey" FOREIGN KEY ("createdById") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

ALTER TABLE "Question" ADD CONSTRAINT "Question_current_positive" CHECK ("current" > 0);
ALTER TABLE "QuestionVersion" ADD CONSTRAINT "QuestionVersion_number_positive" CHECK ("number" > 0);
-- Two folders without a parent are of one parent: the same name once.
CREATE UNIQUE INDEX "QuestionCategory_top_name" ON "QuestionCategory" ("courseId", "name") WHERE "parentId" IS NULL;
-- A version is what an attempt was sat on: it never changes.
CREATE FUNCTION refuse_change_of_version() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'A version of a question never changes';
END $$;
CREATE TRIGGER "QuestionVersion_immutable" BEFORE UPDATE OF "questionId", "number", "body", "sha256" ON "QuestionVersion"
  FOR EACH ROW EXECUTE FUNCTION refuse_change_of_version();
