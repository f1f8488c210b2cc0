-- AlterTable
ALTER TABLE "network_months" ADD COLUMN     "figures" JSONB;
