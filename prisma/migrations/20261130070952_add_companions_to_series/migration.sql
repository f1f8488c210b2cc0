-- AlterTable
ALTER TABLE "series" ADD COLUMN     "companions" TEXT[] DEFAULT ARRAY[]::TEXT[];
