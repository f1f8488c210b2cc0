-- CreateEnum
CREATE TYPE "survey_text_state" AS ENUM ('published', 'hidden');

-- AlterTable
ALTER TABLE "survey_responses" ADD COLUMN     "batch" INTEGER;

-- CreateTable
CREATE TABLE "survey_batches" (
    "campaign_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "day" DATE NOT NULL,
    "responses" INTEGER NOT NULL,
    "figures" JSONB,

    CONSTRAINT "survey_batches_pkey" PRIMARY KEY ("campaign_id","number")
);

-- CreateTable
CREATE TABLE "survey_text_reviews" (
    "response_id" UUID NOT NULL,
    "question" TEXT NOT NULL,
    "state" "survey_text_state" NOT NULL,
    "day" DATE NOT NULL,
    "reviewed_by" UUID,

    CONSTRAINT "survey_text_reviews_pkey" PRIMARY KEY ("response_id","question")
);

-- CreateTable
CREATE TABLE "survey_readers" (
    "id" UUID NOT NULL,
    "campaign_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "ends_on" DATE NOT NULL,
    "granted_by" UUID,
    "granted_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "survey_readers_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "survey_contact_tellings" (
    "contact_id" UUID NOT NULL,
    "about" TEXT NOT NULL,
    "day" DATE NOT NULL,

    CONSTRAINT "survey_contact_tellings_pkey" PRIMARY KEY ("contact_id","about")
);

-- CreateIndex
CREATE INDEX "survey_text_reviews_question_state_idx" ON "survey_text_reviews"("question", "state");

-- CreateIndex
CREATE INDEX "survey_readers_campaign_id_idx" ON "survey_readers"("campaign_id");

-- CreateIndex
CREATE INDEX "survey_readers_person_id_idx" ON "survey_readers"("person_id");

-- AddForeignKey
ALTER TABLE "survey_batches" ADD CONSTRAINT "survey_batches_campaign_id_fkey" FOREIGN KEY ("campaign_id") REFERENCES "campaigns"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "survey_text_reviews" ADD CONSTRAINT "survey_text_reviews_response_id_fkey" FOREIGN KEY ("response_id") REFERENCES "survey_responses"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "survey_readers" ADD CONSTRAINT "survey_readers_campaign_id_fkey" FOREIGN KEY ("campaign_id") REFERENCES "campaigns"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "survey_contact_tellings" ADD CONSTRAINT "survey_contact_tellings_contact_id_fkey" FOREIGN KEY ("contact_id") REFERENCES "survey_contacts"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- A batch counts people, and follows the one before it.
ALTER TABLE "survey_batches" ADD CONSTRAINT "survey_batch_counts" CHECK ("number" >= 1 AND "responses" >= 0);
ALTER TABLE "survey_readers" ADD CONSTRAINT "survey_reader_says_why" CHECK ("reason" ~ '\S');

-- Answers waiting for a batch.
CREATE INDEX "survey_responses_waiting" ON "survey_responses" ("campaign_id") WHERE "batch" IS NULL;
