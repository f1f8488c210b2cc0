-- CreateEnum
CREATE TYPE "booking_state" AS ENUM ('confirmed', 'cancelled');

-- CreateEnum
CREATE TYPE "booking_source" AS ENUM ('member', 'host', 'walk_in');

-- CreateEnum
CREATE TYPE "booking_part" AS ENUM ('morning', 'afternoon', 'day');

-- CreateEnum
CREATE TYPE "role" AS ENUM ('host', 'staff', 'admin');

-- CreateEnum
CREATE TYPE "resource_kind" AS ENUM ('desk', 'office', 'room', 'booth', 'equipment');

-- CreateEnum
CREATE TYPE "opening_state" AS ENUM ('staffed', 'self_service');

-- CreateTable
CREATE TABLE "bookings" (
    "id" UUID NOT NULL,
    "space_id" UUID NOT NULL,
    "resource_id" UUID NOT NULL,
    "person_id" UUID,
    "guest_name" TEXT,
    "day" DATE NOT NULL,
    "part" "booking_part" NOT NULL,
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_at" TIMESTAMPTZ(3) NOT NULL,
    "during" tstzrange GENERATED ALWAYS AS (tstzrange("starts_at", "ends_at", '[)')) STORED,
    "state" "booking_state" NOT NULL DEFAULT 'confirmed',
    "source" "booking_source" NOT NULL,
    "idempotency_key" UUID,
    "sequence" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by" UUID,
    "cancelled_at" TIMESTAMPTZ(3),
    "cancelled_by" UUID,
    "cancel_reason" TEXT,
    "checked_in_at" TIMESTAMPTZ(3),
    "checked_in_by" UUID,

    CONSTRAINT "bookings_pkey" PRIMARY KEY ("space_id","id")
);

-- CreateTable
CREATE TABLE "persons" (
    "id" UUID NOT NULL,
    "email" TEXT,
    "name" TEXT,
    "locale" TEXT NOT NULL DEFAULT 'fr',
    "email_verified_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "erased_at" TIMESTAMPTZ(3),

    CONSTRAINT "persons_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "provider_links" (
    "provider" TEXT NOT NULL,
    "provider_account_id" TEXT NOT NULL,
    "person_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "provider_links_pkey" PRIMARY KEY ("provider","provider_account_id")
);

-- CreateTable
CREATE TABLE "sessions" (
    "token_hash" TEXT NOT NULL,
    "person_id" UUID NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "sessions_pkey" PRIMARY KEY ("token_hash")
);

-- CreateTable
CREATE TABLE "sign_in_codes" (
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "code_hash" TEXT NOT NULL,
    "link_hash" TEXT NOT NULL,
    "browser_hash" TEXT NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "sign_in_codes_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "role_grants" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "role" "role" NOT NULL,
    "space_id" UUID,
    "granted_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "granted_by" UUID,
    "revoked_at" TIMESTAMPTZ(3),
    "revoked_by" UUID,

    CONSTRAINT "role_grants_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "journal_entries" (
    "id" BIGSERIAL NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "actor_id" UUID,
    "action" TEXT NOT NULL,
    "space_id" UUID,
    "subject_id" TEXT,
    "before" JSONB,
    "after" JSONB,

    CONSTRAINT "journal_entries_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "rate_limits" (
    "key" VARCHAR(255) NOT NULL,
    "points" INTEGER NOT NULL DEFAULT 0,
    "expire" BIGINT,

    CONSTRAINT "rate_limits_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "profiles" (
    "person_id" UUID NOT NULL,
    "commune_insee" TEXT,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "profiles_pkey" PRIMARY KEY ("person_id")
);

-- CreateTable
CREATE TABLE "notifications" (
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "person_id" UUID,
    "email" TEXT NOT NULL,
    "locale" TEXT NOT NULL DEFAULT 'fr',
    "payload" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "delivered_at" TIMESTAMPTZ(3),
    "failed_at" TIMESTAMPTZ(3),
    "last_error" TEXT,

    CONSTRAINT "notifications_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "demo_mails" (
    "id" UUID NOT NULL,
    "sent_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "to" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "html" TEXT NOT NULL,
    "attachments" JSONB NOT NULL DEFAULT '[]',

    CONSTRAINT "demo_mails_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "communes" (
    "insee" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "postal_codes" TEXT[],
    "latitude" DOUBLE PRECISION NOT NULL,
    "longitude" DOUBLE PRECISION NOT NULL,
    "population" INTEGER,
    "epci" TEXT,
    "is_member" BOOLEAN NOT NULL DEFAULT false,
    "nearest_bourg" TEXT,

    CONSTRAINT "communes_pkey" PRIMARY KEY ("insee")
);

-- CreateTable
CREATE TABLE "nearby_places" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "commune_name" TEXT NOT NULL,
    "address" TEXT,
    "latitude" DOUBLE PRECISION NOT NULL,
    "longitude" DOUBLE PRECISION NOT NULL,
    "note" TEXT,
    "source_title" TEXT NOT NULL,
    "source_date" TEXT NOT NULL,

    CONSTRAINT "nearby_places_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "spaces" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "commune_insee" TEXT NOT NULL,
    "street" TEXT NOT NULL,
    "postal_code" TEXT NOT NULL,
    "latitude" DOUBLE PRECISION NOT NULL,
    "longitude" DOUBLE PRECISION NOT NULL,
    "time_zone" TEXT NOT NULL DEFAULT 'Europe/Paris',
    "texts" JSONB NOT NULL,
    "equipment" TEXT[],
    "host_name" TEXT,
    "poster" TEXT NOT NULL,
    "half_day_boundary" INTEGER NOT NULL DEFAULT 780,
    "closes_on_public_holidays" BOOLEAN NOT NULL DEFAULT true,
    "booking_horizon_days" INTEGER NOT NULL DEFAULT 60,
    "cancel_days_before" INTEGER NOT NULL DEFAULT 1,
    "cancel_until_minute" INTEGER NOT NULL DEFAULT 1080,
    "is_demonstration" BOOLEAN NOT NULL DEFAULT false,
    "source_title" TEXT,
    "source_date" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "spaces_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "resources" (
    "id" UUID NOT NULL,
    "space_id" UUID NOT NULL,
    "kind" "resource_kind" NOT NULL,
    "name" TEXT NOT NULL,
    "rank" INTEGER NOT NULL,
    "features" TEXT[],
    "in_service_from" DATE NOT NULL,
    "in_service_until" DATE,

    CONSTRAINT "resources_pkey" PRIMARY KEY ("space_id","id")
);

-- CreateTable
CREATE TABLE "opening_rules" (
    "id" UUID NOT NULL,
    "space_id" UUID NOT NULL,
    "weekday" INTEGER NOT NULL,
    "start_minute" INTEGER NOT NULL,
    "end_minute" INTEGER NOT NULL,
    "state" "opening_state" NOT NULL,
    "valid_from" DATE,
    "valid_until" DATE,

    CONSTRAINT "opening_rules_pkey" PRIMARY KEY ("space_id","id")
);

-- CreateTable
CREATE TABLE "opening_exceptions" (
    "id" UUID NOT NULL,
    "space_id" UUID NOT NULL,
    "day" DATE NOT NULL,
    "intervals" JSONB NOT NULL,
    "reason" TEXT,

    CONSTRAINT "opening_exceptions_pkey" PRIMARY KEY ("space_id","id")
);

-- CreateTable
CREATE TABLE "closures" (
    "id" UUID NOT NULL,
    "space_id" UUID NOT NULL,
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_at" TIMESTAMPTZ(3) NOT NULL,
    "reason" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by" UUID,
    "withdrawn_at" TIMESTAMPTZ(3),
    "withdrawn_by" UUID,

    CONSTRAINT "closures_pkey" PRIMARY KEY ("space_id","id")
);

-- CreateIndex
CREATE INDEX "bookings_id_idx" ON "bookings"("id");

-- CreateIndex
CREATE INDEX "bookings_space_id_starts_at_idx" ON "bookings"("space_id", "starts_at");

-- CreateIndex
CREATE INDEX "bookings_person_id_starts_at_idx" ON "bookings"("person_id", "starts_at");

-- CreateIndex
CREATE UNIQUE INDEX "bookings_space_id_person_id_idempotency_key_key" ON "bookings"("space_id", "person_id", "idempotency_key");

-- CreateIndex
CREATE UNIQUE INDEX "persons_email_key" ON "persons"("email");

-- CreateIndex
CREATE INDEX "provider_links_person_id_idx" ON "provider_links"("person_id");

-- CreateIndex
CREATE INDEX "sessions_person_id_idx" ON "sessions"("person_id");

-- CreateIndex
CREATE INDEX "sessions_expires_at_idx" ON "sessions"("expires_at");

-- CreateIndex
CREATE INDEX "sign_in_codes_email_created_at_idx" ON "sign_in_codes"("email", "created_at");

-- CreateIndex
CREATE INDEX "role_grants_person_id_idx" ON "role_grants"("person_id");

-- CreateIndex
CREATE INDEX "journal_entries_space_id_at_idx" ON "journal_entries"("space_id", "at");

-- CreateIndex
CREATE INDEX "rate_limits_expire_idx" ON "rate_limits"("expire");

-- CreateIndex
CREATE INDEX "notifications_created_at_idx" ON "notifications"("created_at");

-- CreateIndex
CREATE INDEX "demo_mails_sent_at_idx" ON "demo_mails"("sent_at");

-- CreateIndex
CREATE UNIQUE INDEX "spaces_slug_key" ON "spaces"("slug");

-- CreateIndex
CREATE INDEX "resources_id_idx" ON "resources"("id");

-- CreateIndex
CREATE UNIQUE INDEX "resources_space_id_name_key" ON "resources"("space_id", "name");

-- CreateIndex
CREATE UNIQUE INDEX "opening_exceptions_space_id_day_key" ON "opening_exceptions"("space_id", "day");

-- CreateIndex
CREATE INDEX "closures_space_id_starts_at_idx" ON "closures"("space_id", "starts_at");

-- AddForeignKey
ALTER TABLE "bookings" ADD CONSTRAINT "bookings_space_id_resource_id_fkey" FOREIGN KEY ("space_id", "resource_id") REFERENCES "resources"("space_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "bookings" ADD CONSTRAINT "bookings_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "persons"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "provider_links" ADD CONSTRAINT "provider_links_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "persons"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "persons"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "role_grants" ADD CONSTRAINT "role_grants_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "persons"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "role_grants" ADD CONSTRAINT "role_grants_space_id_fkey" FOREIGN KEY ("space_id") REFERENCES "spaces"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "profiles" ADD CONSTRAINT "profiles_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "persons"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "profiles" ADD CONSTRAINT "profiles_commune_insee_fkey" FOREIGN KEY ("commune_insee") REFERENCES "communes"("insee") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "spaces" ADD CONSTRAINT "spaces_commune_insee_fkey" FOREIGN KEY ("commune_insee") REFERENCES "communes"("insee") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "resources" ADD CONSTRAINT "resources_space_id_fkey" FOREIGN KEY ("space_id") REFERENCES "spaces"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "opening_rules" ADD CONSTRAINT "opening_rules_space_id_fkey" FOREIGN KEY ("space_id") REFERENCES "spaces"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "opening_exceptions" ADD CONSTRAINT "opening_exceptions_space_id_fkey" FOREIGN KEY ("space_id") REFERENCES "spaces"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "closures" ADD CONSTRAINT "closures_space_id_fkey" FOREIGN KEY ("space_id") REFERENCES "spaces"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
