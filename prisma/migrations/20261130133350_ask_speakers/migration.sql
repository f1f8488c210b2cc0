-- AlterEnum
ALTER TYPE "event_state" ADD VALUE 'withdrawn';

-- AlterTable
ALTER TABLE "event_speakers" ADD COLUMN     "accepted_at" TIMESTAMPTZ(3),
ADD COLUMN     "asked_at" TIMESTAMPTZ(3),
ADD COLUMN     "asked_by" UUID,
ADD COLUMN     "declined_at" TIMESTAMPTZ(3);

-- Those named before nobody was asked lead their events: they keep it, and may take themselves off.
UPDATE "event_speakers" SET "asked_at" = now(), "accepted_at" = now() WHERE "person_id" IS NOT NULL;
ALTER TABLE "event_speakers"
  ADD CONSTRAINT "speaker_answer" CHECK (
    ("accepted_at" IS NULL OR "declined_at" IS NULL)
    AND (coalesce("accepted_at", "declined_at") IS NULL OR "person_id" IS NOT NULL));
