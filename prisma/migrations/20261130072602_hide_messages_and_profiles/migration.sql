-- AlterTable
ALTER TABLE "profiles" ADD COLUMN     "hidden_by" UUID,
ADD COLUMN     "hide_reason" TEXT,
ADD COLUMN     "photo_hidden_at" TIMESTAMPTZ(3),
ADD COLUMN     "text_hidden_at" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "conversation_messages" ADD COLUMN     "hidden_at" TIMESTAMPTZ(3),
ADD COLUMN     "hidden_by" UUID,
ADD COLUMN     "hide_reason" TEXT;
