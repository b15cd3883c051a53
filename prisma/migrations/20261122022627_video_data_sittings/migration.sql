-- CreateTable
CREATE TABLE "VideoDataSitting" (
    "userId" UUID NOT NULL,
    "sitting" TEXT NOT NULL,
    "month" DATE NOT NULL,
    "bytes" BIGINT NOT NULL,

    CONSTRAINT "VideoDataSitting_pkey" PRIMARY KEY ("userId","sitting")
);

-- AddForeignKey
ALTER TABLE "VideoDataSitting" ADD CONSTRAINT "VideoDataSitting_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "VideoDataSitting" ADD CONSTRAINT "VideoDataSitting_not_negative" CHECK ("bytes" >= 0);
ALTER TABLE "VideoDataSitting" ADD CONSTRAINT "VideoDataSitting_first_of_month" CHECK (extract(day FROM "month") = 1);
