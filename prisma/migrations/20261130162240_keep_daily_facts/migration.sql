-- CreateEnum
CREATE TYPE "half_day" AS ENUM ('morning', 'afternoon');

-- AlterTable
ALTER TABLE "network_months" ADD COLUMN     "counted_until" DATE,
ADD COLUMN     "stale_since" TIMESTAMPTZ(3),
ALTER COLUMN "frozen_at" DROP NOT NULL;

-- CreateTable
CREATE TABLE "stale_days" (
    "space_id" UUID NOT NULL,
    "id" BIGSERIAL NOT NULL,
    "first_day" DATE,
    "last_day" DATE,
    "marked_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "stale_days_pkey" PRIMARY KEY ("space_id","id")
);

-- CreateTable
CREATE TABLE "fact_spans" (
    "space_id" UUID NOT NULL,
    "first_day" DATE NOT NULL,
    "last_day" DATE NOT NULL,

    CONSTRAINT "fact_spans_pkey" PRIMARY KEY ("space_id")
);

-- CreateTable
CREATE TABLE "daily_facts" (
    "space_id" UUID NOT NULL,
    "day" DATE NOT NULL,
    "half" "half_day" NOT NULL,
    "kind" "resource_kind" NOT NULL,
    "offered" INTEGER NOT NULL,
    "booked" INTEGER NOT NULL,
    "occupied" INTEGER NOT NULL,
    "is_extended" BOOLEAN NOT NULL,

    CONSTRAINT "daily_facts_pkey" PRIMARY KEY ("space_id","day","half","kind")
);

-- CreateTable
CREATE TABLE "presence_days" (
    "space_id" UUID NOT NULL,
    "day" DATE NOT NULL,
    "who" UUID NOT NULL,
    "is_guest" BOOLEAN NOT NULL,
    "morning" BOOLEAN NOT NULL,
    "afternoon" BOOLEAN NOT NULL,

    CONSTRAINT "presence_days_pkey" PRIMARY KEY ("space_id","day","who")
);

-- CreateTable
CREATE TABLE "first_presences" (
    "person_id" UUID NOT NULL,
    "day" DATE NOT NULL,
    "space_ids" UUID[],

    CONSTRAINT "first_presences_pkey" PRIMARY KEY ("person_id")
);

-- CreateIndex
CREATE INDEX "presence_days_day_idx" ON "presence_days"("day");

-- CreateIndex
CREATE INDEX "presence_days_who_day_idx" ON "presence_days"("who", "day");

-- CreateIndex
CREATE INDEX "first_presences_day_idx" ON "first_presences"("day");

-- AddForeignKey
ALTER TABLE "first_presences" ADD CONSTRAINT "first_presences_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "persons"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What is kept until it is frozen says until when it is counted.
ALTER TABLE "network_months" ADD CONSTRAINT "network_month_is_counted" CHECK (
  "frozen_at" IS NOT NULL OR "counted_until" IS NOT NULL OR "stale_since" IS NOT NULL);
ALTER TABLE "daily_facts" ADD CONSTRAINT "daily_fact_is_of_desks_offered"
  CHECK ("offered" > 0 AND "booked" BETWEEN 0 AND "offered" AND "occupied" BETWEEN 0 AND "booked");
ALTER TABLE "presence_days" ADD CONSTRAINT "presence_day_has_a_half" CHECK ("morning" OR "afternoon");

-- Each writing of bookings says which days it touched, by the wall of their space, in its own transaction:
-- appended and nothing else, for a row per space and day that all add to would make them wait for one
-- another. Only what figures are counted from matters: a note changes none.
CREATE FUNCTION mark_days_of_new_bookings() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO stale_days (space_id, first_day, last_day)
  SELECT DISTINCT b.space_id, (b.starts_at AT TIME ZONE s.time_zone)::date,
    ((b.ends_at - interval '1 millisecond') AT TIME ZONE s.time_zone)::date
  FROM new_bookings b JOIN spaces s ON s.id = b.space_id
  WHERE b.state IN ('confirmed', 'no_show', 'released');
  RETURN NULL;
END
$$;
CREATE TRIGGER "days_of_new_bookings" AFTER INSERT ON "bookings"
  REFERENCING NEW TABLE AS new_bookings
  FOR EACH STATEMENT EXECUTE FUNCTION mark_days_of_new_bookings();

CREATE FUNCTION mark_days_of_changed_bookings() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO stale_days (space_id, first_day, last_day)
  SELECT DISTINCT b.space_id, (b.starts_at AT TIME ZONE s.time_zone)::date,
    ((b.ends_at - interval '1 millisecond') AT TIME ZONE s.time_zone)::date
  FROM (
    SELECT n.space_id, unnest(ARRAY[o.starts_at, n.starts_at]) AS starts_at, unnest(ARRAY[o.ends_at, n.ends_at]) AS ends_at,
      unnest(ARRAY[o.state, n.state]) AS state
    FROM new_bookings n JOIN old_bookings o ON o.space_id = n.space_id AND o.id = n.id
    WHERE (o.starts_at, o.ends_at, o.state, o.checked_in_at, o.person_id, o.resource_id, o.source)
      IS DISTINCT FROM (n.starts_at, n.ends_at, n.state, n.checked_in_at, n.person_id, n.resource_id, n.source)
  ) b JOIN spaces s ON s.id = b.space_id
  WHERE b.state IN ('confirmed', 'no_show', 'released');
  RETURN NULL;
END
$$;
CREATE TRIGGER "days_of_changed_bookings" AFTER UPDATE ON "bookings"
  REFERENCING NEW TABLE AS new_bookings OLD TABLE AS old_bookings
  FOR EACH STATEMENT EXECUTE FUNCTION mark_days_of_changed_bookings();

CREATE FUNCTION mark_days_of_removed_bookings() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO stale_days (space_id, first_day, last_day)
  SELECT DISTINCT b.space_id, (b.starts_at AT TIME ZONE s.time_zone)::date,
    ((b.ends_at - interval '1 millisecond') AT TIME ZONE s.time_zone)::date
  FROM old_bookings b JOIN spaces s ON s.id = b.space_id
  WHERE b.state IN ('confirmed', 'no_show', 'released');
  RETURN NULL;
END
$$;
CREATE TRIGGER "days_of_removed_bookings" AFTER DELETE ON "bookings"
  REFERENCING OLD TABLE AS old_bookings
  FOR EACH STATEMENT EXECUTE FUNCTION mark_days_of_removed_bookings();

-- What decides when and what may be booked decides what was offered: all of the space is to be looked at again.
CREATE FUNCTION mark_space_stale() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO stale_days (space_id) VALUES (NEW.id);
  RETURN NULL;
END
$$;
CREATE TRIGGER "space_of_changed_calendar" AFTER UPDATE ON "spaces"
  FOR EACH ROW WHEN (OLD.calendar_version <> NEW.calendar_version) EXECUTE FUNCTION mark_space_stale();
