-- AlterTable
ALTER TABLE "events" ADD COLUMN     "former_questions" JSONB NOT NULL DEFAULT '[]';
