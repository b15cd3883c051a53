-- Logos that the academy has or had; mails that were sent go on showing them.
CREATE TABLE "SiteImage" (
    "sha256" TEXT NOT NULL,
    "contentType" TEXT NOT NULL,
    "width" INTEGER NOT NULL,
    "height" INTEGER NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "SiteImage_pkey" PRIMARY KEY ("sha256"),
    CONSTRAINT "SiteImage_is_a_hash" CHECK ("sha256" ~ '^[0-9a-f]{64}$'),
    CONSTRAINT "SiteImage_has_a_size" CHECK ("width" > 0 AND "height" > 0)
);
