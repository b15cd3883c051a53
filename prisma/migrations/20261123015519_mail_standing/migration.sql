-- CreateTable
CREATE TABLE "MailStanding" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "sentAt" TIMESTAMPTZ(3),
    "refusedAt" TIMESTAMPTZ(3),
    "refusal" TEXT,

    CONSTRAINT "MailStanding_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "MailStanding_one_row" CHECK ("id" = 1)
);
