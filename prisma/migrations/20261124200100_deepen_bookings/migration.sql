-- CreateEnum
CREATE TYPE "frequency" AS ENUM ('weekly', 'fortnightly', 'monthly');

-- CreateEnum
CREATE TYPE "waiting_state" AS ENUM ('waiting', 'offered', 'served', 'lapsed', 'withdrawn');

-- CreateEnum
CREATE TYPE "swap_state" AS ENUM ('proposed', 'done', 'declined', 'withdrawn');

-- CreateEnum
CREATE TYPE "booking_mode" AS ENUM ('hour', 'half_day', 'day');

-- CreateEnum
CREATE TYPE "quota_period" AS ENUM ('day', 'week', 'month');

-- CreateEnum
CREATE TYPE "opening_season" AS ENUM ('always', 'school_term', 'school_holidays');

-- AlterTable
ALTER TABLE "bookings" DROP CONSTRAINT "booking_cancelled_has_date";
ALTER TABLE "bookings" RENAME COLUMN "cancelled_at" TO "ended_at";
ALTER TABLE "bookings" RENAME COLUMN "cancelled_by" TO "ended_by";
ALTER TABLE "bookings" RENAME COLUMN "cancel_reason" TO "end_reason";
ALTER TABLE "bookings"
ADD COLUMN     "checked_out_at" TIMESTAMPTZ(3),
ADD COLUMN     "companions" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "held_from" TIMESTAMPTZ(3) NOT NULL DEFAULT '-infinity'::timestamptz,
ADD COLUMN     "held_until" TIMESTAMPTZ(3) NOT NULL DEFAULT 'infinity'::timestamptz,
ADD COLUMN     "lapses_at" TIMESTAMPTZ(3),
ADD COLUMN     "note" TEXT,
ADD COLUMN     "places" int4multirange,
ADD COLUMN     "series_id" UUID,
ADD COLUMN     "waiting_entry_id" UUID;

-- AlterTable
ALTER TABLE "spaces" ADD COLUMN     "calendar_version" BIGINT NOT NULL DEFAULT 0,
ADD COLUMN     "check_in_code" TEXT,
ADD COLUMN     "no_show_grace_minutes" INTEGER,
ADD COLUMN     "offer_minutes" INTEGER NOT NULL DEFAULT 120,
ADD COLUMN     "plan" JSONB,
ADD COLUMN     "school_zone" TEXT NOT NULL DEFAULT 'C';

-- AlterTable
ALTER TABLE "resources" ADD COLUMN     "buffer_after_minutes" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "buffer_before_minutes" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "cancel_notice_minutes" INTEGER,
ADD COLUMN     "capacity" INTEGER NOT NULL DEFAULT 1,
ADD COLUMN     "horizon_days" INTEGER,
ADD COLUMN     "max_minutes" INTEGER NOT NULL DEFAULT 480,
ADD COLUMN     "min_minutes" INTEGER NOT NULL DEFAULT 30,
ADD COLUMN     "modes" "booking_mode"[] DEFAULT ARRAY['half_day', 'day']::"booking_mode"[],
ADD COLUMN     "needs_approval" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "notice_minutes" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "place" SERIAL NOT NULL,
ADD COLUMN     "places" int4multirange,
ADD COLUMN     "plan_x" INTEGER,
ADD COLUMN     "plan_y" INTEGER,
ADD COLUMN     "quota_count" INTEGER,
ADD COLUMN     "quota_period" "quota_period" NOT NULL DEFAULT 'week',
ADD COLUMN     "step_minutes" INTEGER NOT NULL DEFAULT 30;

-- AlterTable
ALTER TABLE "opening_rules" ADD COLUMN     "every_weeks" INTEGER NOT NULL DEFAULT 1,
ADD COLUMN     "season" "opening_season" NOT NULL DEFAULT 'always',
ADD COLUMN     "staff_name" TEXT,
ADD COLUMN     "week_offset" INTEGER NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "closures" ADD COLUMN     "announcement_id" UUID,
ADD COLUMN     "resource_id" UUID;

-- CreateTable
CREATE TABLE "booking_changes" (
    "id" UUID NOT NULL,
    "space_id" UUID NOT NULL,
    "booking_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "actor_id" UUID,
    "verb" TEXT NOT NULL,
    "from_state" "booking_state" NOT NULL,
    "to_state" "booking_state" NOT NULL,
    "before" JSONB,
    "reason" TEXT,
    "closure_id" UUID,

    CONSTRAINT "booking_changes_pkey" PRIMARY KEY ("space_id","id")
);

-- CreateTable
CREATE TABLE "series" (
    "id" UUID NOT NULL,
    "space_id" UUID NOT NULL,
    "resource_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "frequency" "frequency" NOT NULL,
    "first_day" DATE NOT NULL,
    "last_day" DATE NOT NULL,
    "part" "booking_part" NOT NULL,
    "start_minute" INTEGER,
    "end_minute" INTEGER,
    "idempotency_key" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by" UUID,
    "ended_from" DATE,

    CONSTRAINT "series_pkey" PRIMARY KEY ("space_id","id")
);

-- CreateTable
CREATE TABLE "series_refusals" (
    "space_id" UUID NOT NULL,
    "series_id" UUID NOT NULL,
    "day" DATE NOT NULL,
    "refusal" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "closed_at" TIMESTAMPTZ(3),

    CONSTRAINT "series_refusals_pkey" PRIMARY KEY ("space_id","series_id","day")
);

-- CreateTable
CREATE TABLE "waiting_entries" (
    "id" UUID NOT NULL,
    "space_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "kind" "resource_kind" NOT NULL,
    "resource_id" UUID,
    "quantity" INTEGER NOT NULL DEFAULT 1,
    "day" DATE NOT NULL,
    "part" "booking_part" NOT NULL,
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_at" TIMESTAMPTZ(3) NOT NULL,
    "state" "waiting_state" NOT NULL DEFAULT 'waiting',
    "rank" BIGSERIAL NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "offered_at" TIMESTAMPTZ(3),
    "offer_until" TIMESTAMPTZ(3),
    "closed_at" TIMESTAMPTZ(3),

    CONSTRAINT "waiting_entries_pkey" PRIMARY KEY ("space_id","id")
);

-- CreateTable
CREATE TABLE "swaps" (
    "id" UUID NOT NULL,
    "offered_id" UUID NOT NULL,
    "wanted_id" UUID NOT NULL,
    "proposed_by" UUID NOT NULL,
    "proposed_to" UUID NOT NULL,
    "state" "swap_state" NOT NULL DEFAULT 'proposed',
    "message" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "answered_at" TIMESTAMPTZ(3),

    CONSTRAINT "swaps_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "calendar_imports" (
    "id" UUID NOT NULL,
    "space_id" UUID NOT NULL,
    "resource_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "url" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by" UUID,
    "fetched_at" TIMESTAMPTZ(3),
    "etag" TEXT,
    "last_error" TEXT,
    "removed_at" TIMESTAMPTZ(3),

    CONSTRAINT "calendar_imports_pkey" PRIMARY KEY ("space_id","id")
);

-- CreateTable
CREATE TABLE "busy_blocks" (
    "id" UUID NOT NULL,
    "space_id" UUID NOT NULL,
    "import_id" UUID NOT NULL,
    "resource_id" UUID NOT NULL,
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "busy_blocks_pkey" PRIMARY KEY ("space_id","id")
);

-- CreateTable
CREATE TABLE "feed_tokens" (
    "token_hash" TEXT NOT NULL,
    "person_id" UUID,
    "space_id" UUID,
    "busy_only" BOOLEAN NOT NULL DEFAULT false,
    "created_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "used_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "feed_tokens_pkey" PRIMARY KEY ("token_hash")
);

-- CreateTable
CREATE TABLE "api_tokens" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "token_hash" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "scopes" TEXT[],
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3),
    "used_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "api_tokens_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "webhooks" (
    "id" UUID NOT NULL,
    "person_id" UUID,
    "space_id" UUID,
    "url" TEXT NOT NULL,
    "secret" TEXT NOT NULL,
    "kinds" TEXT[],
    "created_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "removed_at" TIMESTAMPTZ(3),

    CONSTRAINT "webhooks_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "webhook_deliveries" (
    "id" UUID NOT NULL,
    "webhook_id" UUID NOT NULL,
    "event_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "payload" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "last_status" INTEGER,
    "last_error" TEXT,
    "delivered_at" TIMESTAMPTZ(3),
    "failed_at" TIMESTAMPTZ(3),

    CONSTRAINT "webhook_deliveries_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "resource_parts" (
    "space_id" UUID NOT NULL,
    "whole_id" UUID NOT NULL,
    "part_id" UUID NOT NULL,

    CONSTRAINT "resource_parts_pkey" PRIMARY KEY ("space_id","whole_id","part_id")
);

-- CreateTable
CREATE TABLE "school_holidays" (
    "zone" TEXT NOT NULL,
    "first_day" DATE NOT NULL,
    "until_day" DATE NOT NULL,
    "name" TEXT NOT NULL,
    "fetched_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "school_holidays_pkey" PRIMARY KEY ("zone","first_day")
);

-- CreateIndex
CREATE INDEX "booking_changes_space_id_booking_id_idx" ON "booking_changes"("space_id", "booking_id");

-- CreateIndex
CREATE INDEX "booking_changes_space_id_closure_id_idx" ON "booking_changes"("space_id", "closure_id");

-- CreateIndex
CREATE INDEX "series_person_id_idx" ON "series"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "series_space_id_person_id_idempotency_key_key" ON "series"("space_id", "person_id", "idempotency_key");

-- CreateIndex
CREATE INDEX "waiting_entries_id_idx" ON "waiting_entries"("id");

-- CreateIndex
CREATE INDEX "waiting_entries_space_id_starts_at_idx" ON "waiting_entries"("space_id", "starts_at");

-- CreateIndex
CREATE INDEX "waiting_entries_person_id_idx" ON "waiting_entries"("person_id");

-- CreateIndex
CREATE INDEX "swaps_proposed_by_idx" ON "swaps"("proposed_by");

-- CreateIndex
CREATE INDEX "swaps_proposed_to_idx" ON "swaps"("proposed_to");

-- CreateIndex
CREATE INDEX "swaps_offered_id_idx" ON "swaps"("offered_id");

-- CreateIndex
CREATE INDEX "swaps_wanted_id_idx" ON "swaps"("wanted_id");

-- CreateIndex
CREATE INDEX "busy_blocks_space_id_starts_at_idx" ON "busy_blocks"("space_id", "starts_at");

-- CreateIndex
CREATE INDEX "feed_tokens_person_id_idx" ON "feed_tokens"("person_id");

-- CreateIndex
CREATE INDEX "feed_tokens_space_id_idx" ON "feed_tokens"("space_id");

-- CreateIndex
CREATE UNIQUE INDEX "api_tokens_token_hash_key" ON "api_tokens"("token_hash");

-- CreateIndex
CREATE INDEX "api_tokens_person_id_idx" ON "api_tokens"("person_id");

-- CreateIndex
CREATE INDEX "webhooks_person_id_idx" ON "webhooks"("person_id");

-- CreateIndex
CREATE INDEX "webhooks_space_id_idx" ON "webhooks"("space_id");

-- CreateIndex
CREATE INDEX "webhook_deliveries_webhook_id_created_at_idx" ON "webhook_deliveries"("webhook_id", "created_at");

-- CreateIndex
CREATE INDEX "bookings_space_id_series_id_idx" ON "bookings"("space_id", "series_id");

-- CreateIndex
CREATE INDEX "closures_announcement_id_idx" ON "closures"("announcement_id");

-- AddForeignKey
ALTER TABLE "bookings" ADD CONSTRAINT "bookings_space_id_series_id_fkey" FOREIGN KEY ("space_id", "series_id") REFERENCES "series"("space_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "bookings" ADD CONSTRAINT "bookings_space_id_waiting_entry_id_fkey" FOREIGN KEY ("space_id", "waiting_entry_id") REFERENCES "waiting_entries"("space_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "booking_changes" ADD CONSTRAINT "booking_changes_space_id_booking_id_fkey" FOREIGN KEY ("space_id", "booking_id") REFERENCES "bookings"("space_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "series_refusals" ADD CONSTRAINT "series_refusals_space_id_series_id_fkey" FOREIGN KEY ("space_id", "series_id") REFERENCES "series"("space_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "waiting_entries" ADD CONSTRAINT "waiting_entries_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "persons"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "calendar_imports" ADD CONSTRAINT "calendar_imports_space_id_resource_id_fkey" FOREIGN KEY ("space_id", "resource_id") REFERENCES "resources"("space_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "busy_blocks" ADD CONSTRAINT "busy_blocks_space_id_import_id_fkey" FOREIGN KEY ("space_id", "import_id") REFERENCES "calendar_imports"("space_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "api_tokens" ADD CONSTRAINT "api_tokens_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "persons"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "webhook_deliveries" ADD CONSTRAINT "webhook_deliveries_webhook_id_fkey" FOREIGN KEY ("webhook_id") REFERENCES "webhooks"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "resource_parts" ADD CONSTRAINT "resource_parts_space_id_whole_id_fkey" FOREIGN KEY ("space_id", "whole_id") REFERENCES "resources"("space_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "resource_parts" ADD CONSTRAINT "resource_parts_space_id_part_id_fkey" FOREIGN KEY ("space_id", "part_id") REFERENCES "resources"("space_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
