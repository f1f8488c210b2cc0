-- AlterTable
ALTER TABLE "survey_responses" ADD COLUMN     "left_batch" INTEGER,
ADD COLUMN     "taken_back_on" DATE;
