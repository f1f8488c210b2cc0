-- AlterTable
ALTER TABLE "series" ADD COLUMN     "former_terms" JSONB NOT NULL DEFAULT '[]';
