-- AlterTable
ALTER TABLE "demo_mails" ADD COLUMN     "named_people" UUID[] DEFAULT ARRAY[]::UUID[];
