-- After the migration that added them, so that nobody waits while all people are looked at.
ALTER TABLE "User" VALIDATE CONSTRAINT "User_mergedIntoId_fkey";
ALTER TABLE "User" VALIDATE CONSTRAINT "User_merged_is_suspended";
