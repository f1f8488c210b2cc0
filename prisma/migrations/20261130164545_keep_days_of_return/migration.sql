-- AlterTable
ALTER TABLE "first_presences" ADD COLUMN     "returned_on" DATE;

-- What was counted without it is counted again.
DELETE FROM "fact_spans";
