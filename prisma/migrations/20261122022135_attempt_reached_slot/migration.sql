-- AlterTable
ALTER TABLE "Attempt" ADD COLUMN     "reachedSlot" INTEGER NOT NULL DEFAULT 1;
