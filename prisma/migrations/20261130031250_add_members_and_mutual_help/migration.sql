-- CreateEnum
CREATE TYPE "situation" AS ENUM ('self_employed', 'teleworker', 'small_business', 'project_holder', 'student_entrepreneur', 'association', 'resident');

-- CreateEnum
CREATE TYPE "membership_state" AS ENUM ('requested', 'active', 'declined', 'ended');

-- CreateEnum
CREATE TYPE "welcome_step_kind" AS ENUM ('house_rules', 'induction', 'emergency_contact', 'other');

-- CreateEnum
CREATE TYPE "organisation_kind" AS ENUM ('association', 'employer', 'town_hall');

-- CreateEnum
CREATE TYPE "organisation_role" AS ENUM ('delegate', 'beneficiary');

-- CreateEnum
CREATE TYPE "ad_kind" AS ENUM ('ask', 'offer', 'lend', 'carpool');

-- CreateEnum
CREATE TYPE "abuse_subject" AS ENUM ('ad', 'person', 'message');

-- CreateEnum
CREATE TYPE "mail_frequency" AS ENUM ('now', 'daily', 'weekly', 'never');

-- AlterTable
ALTER TABLE "bookings" ADD COLUMN     "shown_to_members" BOOLEAN;

-- AlterTable
ALTER TABLE "persons" ADD COLUMN     "inactivity_warned_at" TIMESTAMPTZ(3),
ADD COLUMN     "last_seen_at" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "journal_entries" ADD COLUMN     "request_id" TEXT;

-- AlterTable
ALTER TABLE "profiles" ADD COLUMN     "activity" TEXT,
ADD COLUMN     "audiences" JSONB NOT NULL DEFAULT '{}',
ADD COLUMN     "languages" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "links" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "members_text" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "public_text" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "rhythm" TEXT,
ADD COLUMN     "seeks" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "shares_presence" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "situation" "situation",
ADD COLUMN     "skills" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "teaches" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "themes" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "usual_space_id" UUID;

-- AlterTable
ALTER TABLE "notifications" ADD COLUMN     "digest_id" UUID,
ADD COLUMN     "hold_until" TIMESTAMPTZ(3),
ADD COLUMN     "once_key" TEXT;

-- CreateTable
CREATE TABLE "journal_seals" (
    "id" BIGINT NOT NULL,
    "entry_id" BIGINT NOT NULL,
    "hash" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "journal_seals_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "photos" (
    "person_id" UUID NOT NULL,
    "image" BYTEA NOT NULL,
    "version" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "photos_pkey" PRIMARY KEY ("person_id")
);

-- CreateTable
CREATE TABLE "blocks" (
    "blocker_id" UUID NOT NULL,
    "blocked_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "blocks_pkey" PRIMARY KEY ("blocker_id","blocked_id")
);

-- CreateTable
CREATE TABLE "memberships" (
    "space_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "state" "membership_state" NOT NULL,
    "message" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "decided_at" TIMESTAMPTZ(3),
    "decided_by" UUID,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "memberships_pkey" PRIMARY KEY ("space_id","person_id")
);

-- CreateTable
CREATE TABLE "invitations" (
    "id" UUID NOT NULL,
    "space_id" UUID NOT NULL,
    "code_hash" TEXT NOT NULL,
    "email" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by" UUID NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),
    "used_by" UUID,
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "invitations_pkey" PRIMARY KEY ("space_id","id")
);

-- CreateTable
CREATE TABLE "welcome_steps" (
    "id" UUID NOT NULL,
    "space_id" UUID NOT NULL,
    "kind" "welcome_step_kind" NOT NULL,
    "title" TEXT,
    "rank" INTEGER NOT NULL,
    "removed_at" TIMESTAMPTZ(3),

    CONSTRAINT "welcome_steps_pkey" PRIMARY KEY ("space_id","id")
);

-- CreateTable
CREATE TABLE "welcome_steps_done" (
    "space_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "step_id" UUID NOT NULL,
    "done_at" TIMESTAMPTZ(3) NOT NULL,
    "done_by" UUID,

    CONSTRAINT "welcome_steps_done_pkey" PRIMARY KEY ("space_id","person_id","step_id")
);

-- CreateTable
CREATE TABLE "house_rules" (
    "space_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "published_at" TIMESTAMPTZ(3) NOT NULL,
    "published_by" UUID,

    CONSTRAINT "house_rules_pkey" PRIMARY KEY ("space_id","version")
);

-- CreateTable
CREATE TABLE "house_rules_acceptances" (
    "space_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "accepted_at" TIMESTAMPTZ(3) NOT NULL,
    "recorded_by" UUID,

    CONSTRAINT "house_rules_acceptances_pkey" PRIMARY KEY ("space_id","person_id","version")
);

-- CreateTable
CREATE TABLE "emergency_contacts" (
    "person_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "phone" TEXT NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "emergency_contacts_pkey" PRIMARY KEY ("person_id")
);

-- CreateTable
CREATE TABLE "kept_people" (
    "space_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "phone" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by" UUID NOT NULL,
    "claim_hash" TEXT,
    "claim_expires_at" TIMESTAMPTZ(3),
    "claim_attempts" INTEGER NOT NULL DEFAULT 0,
    "claimed_at" TIMESTAMPTZ(3),

    CONSTRAINT "kept_people_pkey" PRIMARY KEY ("space_id","person_id")
);

-- CreateTable
CREATE TABLE "organisations" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "kind" "organisation_kind" NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by" UUID NOT NULL,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "organisations_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "organisation_people" (
    "organisation_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "role" "organisation_role" NOT NULL,
    "invited_by" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "agreed_at" TIMESTAMPTZ(3),
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "organisation_people_pkey" PRIMARY KEY ("organisation_id","person_id")
);

-- CreateTable
CREATE TABLE "ads" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "kind" "ad_kind" NOT NULL,
    "theme" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "counterpart" TEXT,
    "place_space_id" UUID,
    "commune_insee" TEXT,
    "valid_until" DATE NOT NULL,
    "search_text" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "closed_at" TIMESTAMPTZ(3),
    "hidden_at" TIMESTAMPTZ(3),
    "hidden_by" UUID,
    "hide_reason" TEXT,

    CONSTRAINT "ads_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "conversations" (
    "id" UUID NOT NULL,
    "ad_id" UUID,
    "starter_id" UUID NOT NULL,
    "other_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_at" TIMESTAMPTZ(3) NOT NULL,
    "stopped_at" TIMESTAMPTZ(3),
    "stopped_by" UUID,

    CONSTRAINT "conversations_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "conversation_messages" (
    "id" UUID NOT NULL,
    "conversation_id" UUID NOT NULL,
    "sender_id" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "gives_address" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "read_at" TIMESTAMPTZ(3),

    CONSTRAINT "conversation_messages_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "abuse_reports" (
    "id" UUID NOT NULL,
    "subject" "abuse_subject" NOT NULL,
    "subject_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "reporter_id" UUID NOT NULL,
    "reported_to_space_id" UUID,
    "reason" TEXT NOT NULL,
    "text" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "handled_at" TIMESTAMPTZ(3),
    "handled_by" UUID,
    "outcome" TEXT,

    CONSTRAINT "abuse_reports_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "thanks" (
    "id" UUID NOT NULL,
    "from_id" UUID NOT NULL,
    "to_id" UUID NOT NULL,
    "day" DATE NOT NULL,
    "text" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "thanks_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "co_presence_notices" (
    "person_id" UUID NOT NULL,
    "other_id" UUID NOT NULL,
    "day" DATE NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "co_presence_notices_pkey" PRIMARY KEY ("person_id","other_id","day")
);

-- CreateTable
CREATE TABLE "notification_choices" (
    "person_id" UUID NOT NULL,
    "category" TEXT NOT NULL,
    "mail" "mail_frequency" NOT NULL,
    "push" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "notification_choices_pkey" PRIMARY KEY ("person_id","category")
);

-- CreateTable
CREATE TABLE "quiet_hours" (
    "person_id" UUID NOT NULL,
    "start_minute" INTEGER NOT NULL,
    "end_minute" INTEGER NOT NULL,

    CONSTRAINT "quiet_hours_pkey" PRIMARY KEY ("person_id")
);

-- CreateTable
CREATE TABLE "push_subscriptions" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "endpoint" TEXT NOT NULL,
    "public_key" TEXT NOT NULL,
    "secret" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "gone_at" TIMESTAMPTZ(3),

    CONSTRAINT "push_subscriptions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "consents" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "purpose" TEXT NOT NULL,
    "given_at" TIMESTAMPTZ(3) NOT NULL,
    "withdrawn_at" TIMESTAMPTZ(3),

    CONSTRAINT "consents_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "network_settings" (
    "key" TEXT NOT NULL,
    "value" JSONB NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_by" UUID,

    CONSTRAINT "network_settings_pkey" PRIMARY KEY ("key")
);

-- CreateIndex
CREATE UNIQUE INDEX "journal_seals_entry_id_key" ON "journal_seals"("entry_id");

-- CreateIndex
CREATE INDEX "blocks_blocked_id_idx" ON "blocks"("blocked_id");

-- CreateIndex
CREATE INDEX "memberships_person_id_idx" ON "memberships"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "invitations_code_hash_key" ON "invitations"("code_hash");

-- CreateIndex
CREATE UNIQUE INDEX "kept_people_claim_hash_key" ON "kept_people"("claim_hash");

-- CreateIndex
CREATE UNIQUE INDEX "kept_people_person_id_key" ON "kept_people"("person_id");

-- CreateIndex
CREATE INDEX "organisation_people_person_id_idx" ON "organisation_people"("person_id");

-- CreateIndex
CREATE INDEX "ads_person_id_idx" ON "ads"("person_id");

-- CreateIndex
CREATE INDEX "ads_valid_until_idx" ON "ads"("valid_until");

-- CreateIndex
CREATE INDEX "conversations_starter_id_last_at_idx" ON "conversations"("starter_id", "last_at");

-- CreateIndex
CREATE INDEX "conversations_other_id_last_at_idx" ON "conversations"("other_id", "last_at");

-- CreateIndex
CREATE INDEX "conversation_messages_conversation_id_created_at_idx" ON "conversation_messages"("conversation_id", "created_at");

-- CreateIndex
CREATE INDEX "conversation_messages_sender_id_created_at_idx" ON "conversation_messages"("sender_id", "created_at");

-- CreateIndex
CREATE INDEX "abuse_reports_reported_to_space_id_created_at_idx" ON "abuse_reports"("reported_to_space_id", "created_at");

-- CreateIndex
CREATE INDEX "abuse_reports_person_id_idx" ON "abuse_reports"("person_id");

-- CreateIndex
CREATE INDEX "abuse_reports_reporter_id_idx" ON "abuse_reports"("reporter_id");

-- CreateIndex
CREATE INDEX "thanks_to_id_idx" ON "thanks"("to_id");

-- CreateIndex
CREATE UNIQUE INDEX "thanks_from_id_to_id_day_key" ON "thanks"("from_id", "to_id", "day");

-- CreateIndex
CREATE UNIQUE INDEX "push_subscriptions_endpoint_key" ON "push_subscriptions"("endpoint");

-- CreateIndex
CREATE INDEX "push_subscriptions_person_id_idx" ON "push_subscriptions"("person_id");

-- CreateIndex
CREATE INDEX "consents_person_id_idx" ON "consents"("person_id");

-- CreateIndex
CREATE INDEX "journal_entries_actor_id_at_idx" ON "journal_entries"("actor_id", "at");

-- CreateIndex
CREATE INDEX "profiles_commune_insee_idx" ON "profiles"("commune_insee");

-- CreateIndex
CREATE UNIQUE INDEX "notifications_once_key_key" ON "notifications"("once_key");

-- CreateIndex
CREATE INDEX "notifications_person_id_created_at_idx" ON "notifications"("person_id", "created_at");

-- AddForeignKey
ALTER TABLE "photos" ADD CONSTRAINT "photos_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "persons"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "persons"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "emergency_contacts" ADD CONSTRAINT "emergency_contacts_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "persons"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "organisation_people" ADD CONSTRAINT "organisation_people_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ads" ADD CONSTRAINT "ads_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "persons"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "conversations" ADD CONSTRAINT "conversations_ad_id_fkey" FOREIGN KEY ("ad_id") REFERENCES "ads"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "conversation_messages" ADD CONSTRAINT "conversation_messages_conversation_id_fkey" FOREIGN KEY ("conversation_id") REFERENCES "conversations"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "conversation_messages" ADD CONSTRAINT "conversation_messages_sender_id_fkey" FOREIGN KEY ("sender_id") REFERENCES "persons"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- By hand: what the schema files cannot say.
ALTER TABLE "journal_seals" ADD CONSTRAINT "journal_seal_hash" CHECK ("hash" ~ '^[0-9a-f]{64}$');

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME;
END
$$;
CREATE TRIGGER "journal_seals_append_only"
  BEFORE UPDATE OR DELETE OR TRUNCATE ON "journal_seals"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "house_rules_append_only"
  BEFORE UPDATE OR DELETE OR TRUNCATE ON "house_rules"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE INDEX "profiles_members_text" ON "profiles" USING gin ("members_text" gin_trgm_ops);
CREATE INDEX "profiles_public_text" ON "profiles" USING gin ("public_text" gin_trgm_ops);
CREATE INDEX "ads_search_text" ON "ads" USING gin ("search_text" gin_trgm_ops);
-- Who looked at whom: {"people": [ids]} of a line `people.viewed`.
CREATE INDEX "journal_people_viewed" ON "journal_entries" USING gin (("after" -> 'people')) WHERE "action" = 'people.viewed';

ALTER TABLE "blocks" ADD CONSTRAINT "block_is_of_two" CHECK ("blocker_id" <> "blocked_id");
ALTER TABLE "conversations" ADD CONSTRAINT "conversation_is_of_two" CHECK ("starter_id" <> "other_id");
ALTER TABLE "thanks" ADD CONSTRAINT "thanks_are_of_two" CHECK ("from_id" <> "to_id");
ALTER TABLE "quiet_hours" ADD CONSTRAINT "quiet_hours_minutes"
  CHECK ("start_minute" BETWEEN 0 AND 1439 AND "end_minute" BETWEEN 0 AND 1439 AND "start_minute" <> "end_minute");
ALTER TABLE "house_rules" ADD CONSTRAINT "house_rules_version" CHECK ("version" >= 1);
ALTER TABLE "memberships" ADD CONSTRAINT "membership_ended_has_date"
  CHECK (("state" = 'ended') = ("ended_at" IS NOT NULL));
