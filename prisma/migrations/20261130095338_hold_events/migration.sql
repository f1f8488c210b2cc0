-- CreateEnum
CREATE TYPE "event_state" AS ENUM ('draft', 'proposed', 'refused', 'published', 'cancelled');

-- CreateEnum
CREATE TYPE "event_place" AS ENUM ('room', 'space', 'elsewhere', 'online');

-- CreateEnum
CREATE TYPE "registration_state" AS ENUM ('confirmed', 'waiting', 'offered', 'cancelled', 'lapsed');

-- CreateEnum
CREATE TYPE "registration_source" AS ENUM ('self', 'host', 'walk_in');

-- CreateEnum
CREATE TYPE "ride_kind" AS ENUM ('offer', 'ask');

-- AlterEnum
ALTER TYPE "booking_source" ADD VALUE 'event';

-- AlterTable
ALTER TABLE "spaces" ADD COLUMN     "most_people" INTEGER;

-- AlterTable
ALTER TABLE "resources" ADD COLUMN     "habilitation_id" UUID,
ADD COLUMN     "most_people" INTEGER;

-- CreateTable
CREATE TABLE "events" (
    "id" UUID NOT NULL,
    "space_id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "state" "event_state" NOT NULL DEFAULT 'draft',
    "series_id" UUID,
    "title" TEXT NOT NULL,
    "summary" TEXT NOT NULL,
    "description" TEXT NOT NULL,
    "language" TEXT NOT NULL DEFAULT 'fr',
    "theme" TEXT NOT NULL,
    "audience" TEXT NOT NULL DEFAULT 'everyone',
    "level" TEXT NOT NULL DEFAULT 'any',
    "bring" TEXT,
    "access" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "access_note" TEXT,
    "programme" JSONB NOT NULL DEFAULT '[]',
    "place_kind" "event_place" NOT NULL,
    "resource_id" UUID,
    "booking_id" UUID,
    "address" TEXT,
    "commune_insee" TEXT,
    "online_url" TEXT,
    "day" DATE NOT NULL,
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_at" TIMESTAMPTZ(3) NOT NULL,
    "capacity" INTEGER,
    "needs_registration" BOOLEAN NOT NULL DEFAULT true,
    "opens_at" TIMESTAMPTZ(3),
    "closes_at" TIMESTAMPTZ(3),
    "most_people" INTEGER NOT NULL DEFAULT 4,
    "asks_names" BOOLEAN NOT NULL DEFAULT false,
    "questions" JSONB NOT NULL DEFAULT '[]',
    "offer_minutes" INTEGER NOT NULL DEFAULT 720,
    "minimum_people" INTEGER,
    "minimum_at" TIMESTAMPTZ(3),
    "prices" JSONB NOT NULL DEFAULT '[]',
    "is_free_price" BOOLEAN NOT NULL DEFAULT false,
    "habilitation_id" UUID,
    "head_count" INTEGER,
    "head_count_by" UUID,
    "sequence" INTEGER NOT NULL DEFAULT 0,
    "idempotency_key" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by" UUID,
    "published_at" TIMESTAMPTZ(3),
    "ended_at" TIMESTAMPTZ(3),
    "ended_by" UUID,
    "end_reason" TEXT,

    CONSTRAINT "events_pkey" PRIMARY KEY ("space_id","id")
);

-- CreateTable
CREATE TABLE "event_series" (
    "id" UUID NOT NULL,
    "space_id" UUID NOT NULL,
    "frequency" "frequency" NOT NULL,
    "first_day" DATE NOT NULL,
    "last_day" DATE NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by" UUID,

    CONSTRAINT "event_series_pkey" PRIMARY KEY ("space_id","id")
);

-- CreateTable
CREATE TABLE "event_speakers" (
    "id" UUID NOT NULL,
    "space_id" UUID NOT NULL,
    "event_id" UUID NOT NULL,
    "person_id" UUID,
    "name" TEXT,
    "words" TEXT,
    "rank" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "event_speakers_pkey" PRIMARY KEY ("space_id","id")
);

-- CreateTable
CREATE TABLE "event_pictures" (
    "space_id" UUID NOT NULL,
    "event_id" UUID NOT NULL,
    "image" BYTEA NOT NULL,
    "version" TEXT NOT NULL,
    "alternative" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "event_pictures_pkey" PRIMARY KEY ("space_id","event_id")
);

-- CreateTable
CREATE TABLE "event_changes" (
    "id" UUID NOT NULL,
    "space_id" UUID NOT NULL,
    "event_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "actor_id" UUID,
    "verb" TEXT NOT NULL,
    "before" JSONB,
    "reason" TEXT,
    "told_at" TIMESTAMPTZ(3),

    CONSTRAINT "event_changes_pkey" PRIMARY KEY ("space_id","id")
);

-- CreateTable
CREATE TABLE "event_registrations" (
    "id" UUID NOT NULL,
    "space_id" UUID NOT NULL,
    "event_id" UUID NOT NULL,
    "person_id" UUID,
    "name" TEXT NOT NULL,
    "email" TEXT,
    "email_key" TEXT,
    "locale" TEXT NOT NULL DEFAULT 'fr',
    "quantity" INTEGER NOT NULL DEFAULT 1,
    "answers" JSONB NOT NULL DEFAULT '{}',
    "state" "registration_state" NOT NULL,
    "source" "registration_source" NOT NULL DEFAULT 'self',
    "rank" BIGSERIAL NOT NULL,
    "offer_until" TIMESTAMPTZ(3),
    "sequence" INTEGER NOT NULL DEFAULT 0,
    "shown_to_members" BOOLEAN,
    "idempotency_key" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by" UUID,
    "ended_at" TIMESTAMPTZ(3),
    "ended_by" UUID,
    "end_reason" TEXT,

    CONSTRAINT "event_registrations_pkey" PRIMARY KEY ("space_id","id")
);

-- CreateTable
CREATE TABLE "event_attendees" (
    "id" UUID NOT NULL,
    "space_id" UUID NOT NULL,
    "event_id" UUID NOT NULL,
    "registration_id" UUID,
    "position" INTEGER NOT NULL DEFAULT 0,
    "name" TEXT,
    "present_at" TIMESTAMPTZ(3),
    "marked_at" TIMESTAMPTZ(3),
    "marked_by" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "withdrawn_at" TIMESTAMPTZ(3),

    CONSTRAINT "event_attendees_pkey" PRIMARY KEY ("space_id","id")
);

-- CreateTable
CREATE TABLE "event_feedback" (
    "space_id" UUID NOT NULL,
    "event_id" UUID NOT NULL,
    "receipt" TEXT NOT NULL,
    "score" INTEGER NOT NULL,
    "line" TEXT,
    "day" DATE NOT NULL,

    CONSTRAINT "event_feedback_pkey" PRIMARY KEY ("space_id","event_id","receipt")
);

-- CreateTable
CREATE TABLE "event_rides" (
    "id" UUID NOT NULL,
    "space_id" UUID NOT NULL,
    "event_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "kind" "ride_kind" NOT NULL,
    "commune_insee" TEXT NOT NULL,
    "seats" INTEGER NOT NULL DEFAULT 1,
    "leaves_at" INTEGER,
    "note" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "withdrawn_at" TIMESTAMPTZ(3),

    CONSTRAINT "event_rides_pkey" PRIMARY KEY ("space_id","id")
);

-- CreateTable
CREATE TABLE "habilitations" (
    "id" UUID NOT NULL,
    "name" JSONB NOT NULL,
    "valid_months" INTEGER,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "withdrawn_at" TIMESTAMPTZ(3),

    CONSTRAINT "habilitations_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "habilitation_grants" (
    "id" UUID NOT NULL,
    "habilitation_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "event_id" UUID,
    "granted_at" TIMESTAMPTZ(3) NOT NULL,
    "granted_by" UUID,
    "expires_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),
    "revoked_by" UUID,

    CONSTRAINT "habilitation_grants_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "events_id_idx" ON "events"("id");

-- CreateIndex
CREATE INDEX "events_slug_idx" ON "events"("slug");

-- CreateIndex
CREATE INDEX "events_starts_at_idx" ON "events"("starts_at");

-- CreateIndex
CREATE INDEX "events_space_id_series_id_idx" ON "events"("space_id", "series_id");

-- CreateIndex
CREATE UNIQUE INDEX "events_space_id_slug_key" ON "events"("space_id", "slug");

-- CreateIndex
CREATE UNIQUE INDEX "events_space_id_booking_id_key" ON "events"("space_id", "booking_id");

-- CreateIndex
CREATE UNIQUE INDEX "events_created_by_idempotency_key_space_id_key" ON "events"("created_by", "idempotency_key", "space_id");

-- CreateIndex
CREATE INDEX "event_speakers_space_id_event_id_idx" ON "event_speakers"("space_id", "event_id");

-- CreateIndex
CREATE INDEX "event_speakers_person_id_idx" ON "event_speakers"("person_id");

-- CreateIndex
CREATE INDEX "event_changes_space_id_event_id_idx" ON "event_changes"("space_id", "event_id");

-- CreateIndex
CREATE INDEX "event_registrations_id_idx" ON "event_registrations"("id");

-- CreateIndex
CREATE INDEX "event_registrations_space_id_event_id_idx" ON "event_registrations"("space_id", "event_id");

-- CreateIndex
CREATE INDEX "event_registrations_person_id_idx" ON "event_registrations"("person_id");

-- CreateIndex
CREATE INDEX "event_registrations_email_key_idx" ON "event_registrations"("email_key");

-- CreateIndex
CREATE UNIQUE INDEX "event_registrations_space_id_event_id_idempotency_key_key" ON "event_registrations"("space_id", "event_id", "idempotency_key");

-- CreateIndex
CREATE INDEX "event_attendees_space_id_event_id_idx" ON "event_attendees"("space_id", "event_id");

-- CreateIndex
CREATE INDEX "event_attendees_space_id_registration_id_idx" ON "event_attendees"("space_id", "registration_id");

-- CreateIndex
CREATE INDEX "event_rides_space_id_event_id_idx" ON "event_rides"("space_id", "event_id");

-- CreateIndex
CREATE INDEX "event_rides_person_id_idx" ON "event_rides"("person_id");

-- CreateIndex
CREATE INDEX "habilitation_grants_person_id_idx" ON "habilitation_grants"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "habilitation_grants_habilitation_id_person_id_event_id_key" ON "habilitation_grants"("habilitation_id", "person_id", "event_id");

-- AddForeignKey
ALTER TABLE "events" ADD CONSTRAINT "events_space_id_fkey" FOREIGN KEY ("space_id") REFERENCES "spaces"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "events" ADD CONSTRAINT "events_commune_insee_fkey" FOREIGN KEY ("commune_insee") REFERENCES "communes"("insee") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "events" ADD CONSTRAINT "events_space_id_series_id_fkey" FOREIGN KEY ("space_id", "series_id") REFERENCES "event_series"("space_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "events" ADD CONSTRAINT "events_habilitation_id_fkey" FOREIGN KEY ("habilitation_id") REFERENCES "habilitations"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "event_speakers" ADD CONSTRAINT "event_speakers_space_id_event_id_fkey" FOREIGN KEY ("space_id", "event_id") REFERENCES "events"("space_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "event_speakers" ADD CONSTRAINT "event_speakers_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "persons"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "event_pictures" ADD CONSTRAINT "event_pictures_space_id_event_id_fkey" FOREIGN KEY ("space_id", "event_id") REFERENCES "events"("space_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "event_changes" ADD CONSTRAINT "event_changes_space_id_event_id_fkey" FOREIGN KEY ("space_id", "event_id") REFERENCES "events"("space_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "event_registrations" ADD CONSTRAINT "event_registrations_space_id_event_id_fkey" FOREIGN KEY ("space_id", "event_id") REFERENCES "events"("space_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "event_registrations" ADD CONSTRAINT "event_registrations_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "persons"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "event_attendees" ADD CONSTRAINT "event_attendees_space_id_event_id_fkey" FOREIGN KEY ("space_id", "event_id") REFERENCES "events"("space_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "event_attendees" ADD CONSTRAINT "event_attendees_space_id_registration_id_fkey" FOREIGN KEY ("space_id", "registration_id") REFERENCES "event_registrations"("space_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "event_feedback" ADD CONSTRAINT "event_feedback_space_id_event_id_fkey" FOREIGN KEY ("space_id", "event_id") REFERENCES "events"("space_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "event_rides" ADD CONSTRAINT "event_rides_space_id_event_id_fkey" FOREIGN KEY ("space_id", "event_id") REFERENCES "events"("space_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "event_rides" ADD CONSTRAINT "event_rides_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "persons"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "event_rides" ADD CONSTRAINT "event_rides_commune_insee_fkey" FOREIGN KEY ("commune_insee") REFERENCES "communes"("insee") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "habilitation_grants" ADD CONSTRAINT "habilitation_grants_habilitation_id_fkey" FOREIGN KEY ("habilitation_id") REFERENCES "habilitations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "habilitation_grants" ADD CONSTRAINT "habilitation_grants_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "persons"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "resources" ADD CONSTRAINT "resources_habilitation_id_fkey" FOREIGN KEY ("habilitation_id") REFERENCES "habilitations"("id") ON DELETE SET NULL ON UPDATE CASCADE;
