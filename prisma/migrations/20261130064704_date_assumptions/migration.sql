-- AlterTable
ALTER TABLE "campaigns" ADD COLUMN     "assumed_on" JSONB NOT NULL DEFAULT '{}';
