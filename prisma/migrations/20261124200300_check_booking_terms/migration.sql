ALTER TABLE "resources"
  ADD CONSTRAINT "resource_modes" CHECK (cardinality("modes") > 0),
  ADD CONSTRAINT "resource_minutes" CHECK (
    "step_minutes" BETWEEN 5 AND 240 AND "min_minutes" >= "step_minutes" AND "max_minutes" >= "min_minutes"
    AND "max_minutes" <= 1440 AND "min_minutes" % "step_minutes" = 0),
  ADD CONSTRAINT "resource_buffers" CHECK (
    "buffer_before_minutes" BETWEEN 0 AND 240 AND "buffer_after_minutes" BETWEEN 0 AND 240),
  ADD CONSTRAINT "resource_terms" CHECK (
    "notice_minutes" >= 0 AND "capacity" > 0 AND ("horizon_days" IS NULL OR "horizon_days" >= 0)
    AND ("cancel_notice_minutes" IS NULL OR "cancel_notice_minutes" >= 0)
    AND ("quota_count" IS NULL OR "quota_count" > 0));

ALTER TABLE "spaces"
  ADD CONSTRAINT "space_grace" CHECK ("no_show_grace_minutes" IS NULL OR "no_show_grace_minutes" BETWEEN 5 AND 720),
  ADD CONSTRAINT "space_offer" CHECK ("offer_minutes" BETWEEN 5 AND 10080),
  ADD CONSTRAINT "space_school_zone" CHECK ("school_zone" IN ('A', 'B', 'C'));

ALTER TABLE "opening_rules"
  ADD CONSTRAINT "opening_rule_weeks" CHECK ("every_weeks" BETWEEN 1 AND 8 AND "week_offset" >= 0 AND "week_offset" < "every_weeks");

ALTER TABLE "waiting_entries"
  ADD CONSTRAINT "waiting_quantity" CHECK ("quantity" BETWEEN 1 AND 20),
  ADD CONSTRAINT "waiting_interval" CHECK ("ends_at" > "starts_at");
-- A person waits once for the same thing.
CREATE UNIQUE INDEX "waiting_once" ON "waiting_entries" ("space_id", "person_id", "kind", "resource_id", "starts_at", "ends_at")
  NULLS NOT DISTINCT WHERE "state" IN ('waiting', 'offered');

ALTER TABLE "series"
  ADD CONSTRAINT "series_days" CHECK ("last_day" >= "first_day"),
  ADD CONSTRAINT "series_minutes" CHECK (("part" = 'hours') = ("start_minute" IS NOT NULL AND "end_minute" IS NOT NULL)
    AND ("start_minute" IS NULL OR (0 <= "start_minute" AND "start_minute" < "end_minute" AND "end_minute" <= 1440)));

-- A booking is offered in one open swap at a time.
CREATE UNIQUE INDEX "swap_offered_once" ON "swaps" ("offered_id", "wanted_id") WHERE "state" = 'proposed';

ALTER TABLE "feed_tokens"
  ADD CONSTRAINT "feed_token_scope" CHECK (("person_id" IS NULL) <> ("space_id" IS NULL));
ALTER TABLE "webhooks"
  ADD CONSTRAINT "webhook_scope" CHECK (("person_id" IS NULL) <> ("space_id" IS NULL));

CREATE FUNCTION refuse_history_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'booking_changes is append-only';
END
$$;
CREATE TRIGGER "booking_changes_append_only"
  BEFORE UPDATE OR DELETE OR TRUNCATE ON "booking_changes"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_history_change();

-- Rooms go by the hour and by the half-day, booths by the hour.
UPDATE "resources" SET "modes" = ARRAY['hour', 'half_day', 'day']::booking_mode[] WHERE "kind" = 'room';
UPDATE "resources" SET "modes" = ARRAY['hour']::booking_mode[], "max_minutes" = 120, "step_minutes" = 15, "min_minutes" = 15 WHERE "kind" = 'booth';
