-- AlterTable
ALTER TABLE "survey_batches" ADD COLUMN     "takes_in" BOOLEAN NOT NULL DEFAULT false;

-- Until now the sums followed every batch, and staff may have kept each of them.
UPDATE "survey_batches" SET "takes_in" = true;
