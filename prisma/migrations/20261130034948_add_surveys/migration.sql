-- CreateEnum
CREATE TYPE "survey_entry_mode" AS ENUM ('online', 'paper', 'assisted');

-- CreateTable
CREATE TABLE "survey_versions" (
    "survey" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "questionnaire" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by" UUID,

    CONSTRAINT "survey_versions_pkey" PRIMARY KEY ("survey","version")
);

-- CreateTable
CREATE TABLE "campaigns" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "survey" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "opens_at" TIMESTAMPTZ(3) NOT NULL,
    "closes_at" TIMESTAMPTZ(3) NOT NULL,
    "time_zone" TEXT NOT NULL DEFAULT 'Europe/Paris',
    "contact_email" TEXT NOT NULL,
    "partners" JSONB NOT NULL DEFAULT '[]',
    "assumptions" JSONB NOT NULL DEFAULT '{}',
    "ready_at" TIMESTAMPTZ(3),
    "published_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by" UUID,

    CONSTRAINT "campaigns_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "survey_drafts" (
    "code_hash" TEXT NOT NULL,
    "campaign_id" UUID NOT NULL,
    "answers" JSONB NOT NULL DEFAULT '{}',
    "source" TEXT NOT NULL,
    "entry_mode" "survey_entry_mode" NOT NULL DEFAULT 'online',
    "locale" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "survey_drafts_pkey" PRIMARY KEY ("code_hash")
);

-- CreateTable
CREATE TABLE "survey_responses" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "campaign_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "day" DATE NOT NULL,
    "source" TEXT NOT NULL,
    "entry_mode" "survey_entry_mode" NOT NULL,
    "locale" TEXT NOT NULL,
    "answers" JSONB NOT NULL,
    "receipt_hash" TEXT NOT NULL,

    CONSTRAINT "survey_responses_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "survey_contacts" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "campaign_id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "first_name" TEXT,
    "wishes" TEXT[],
    "commune_insee" TEXT,
    "locale" TEXT NOT NULL,
    "day" DATE NOT NULL,
    "confirm_hash" TEXT,
    "confirmed_on" DATE,
    "stopped_on" DATE,

    CONSTRAINT "survey_contacts_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "campaigns_slug_key" ON "campaigns"("slug");

-- CreateIndex
CREATE INDEX "survey_drafts_expires_at_idx" ON "survey_drafts"("expires_at");

-- CreateIndex
CREATE UNIQUE INDEX "survey_responses_receipt_hash_key" ON "survey_responses"("receipt_hash");

-- CreateIndex
CREATE INDEX "survey_responses_campaign_id_day_idx" ON "survey_responses"("campaign_id", "day");

-- CreateIndex
CREATE UNIQUE INDEX "survey_contacts_confirm_hash_key" ON "survey_contacts"("confirm_hash");

-- CreateIndex
CREATE UNIQUE INDEX "survey_contacts_campaign_id_email_key" ON "survey_contacts"("campaign_id", "email");

-- AddForeignKey
ALTER TABLE "campaigns" ADD CONSTRAINT "campaigns_survey_version_fkey" FOREIGN KEY ("survey", "version") REFERENCES "survey_versions"("survey", "version") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "survey_drafts" ADD CONSTRAINT "survey_drafts_campaign_id_fkey" FOREIGN KEY ("campaign_id") REFERENCES "campaigns"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "survey_responses" ADD CONSTRAINT "survey_responses_campaign_id_fkey" FOREIGN KEY ("campaign_id") REFERENCES "campaigns"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- By hand: a window ends after it begins, and a response is bounded whatever sends it.
ALTER TABLE "campaigns" ADD CONSTRAINT "campaign_window" CHECK ("closes_at" > "opens_at");
ALTER TABLE "survey_responses" ADD CONSTRAINT "survey_response_size" CHECK (pg_column_size("answers") < 65536);
ALTER TABLE "survey_contacts" ADD CONSTRAINT "survey_contact_email" CHECK ("email" = lower("email"));
