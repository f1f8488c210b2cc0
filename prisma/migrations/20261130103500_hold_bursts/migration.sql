-- AlterTable
ALTER TABLE "survey_responses" ADD COLUMN     "held" BOOLEAN;
