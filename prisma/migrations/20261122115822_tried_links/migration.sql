-- CreateTable
CREATE TABLE "TriedLink" (
    "address" TEXT NOT NULL,
    "checkedAt" TIMESTAMPTZ(3) NOT NULL,
    "failure" TEXT,

    CONSTRAINT "TriedLink_pkey" PRIMARY KEY ("address")
);
