-- A value of an enum is used after the transaction that adds it.
ALTER TABLE "events"
  DROP CONSTRAINT "event_ended_has_date",
  ADD CONSTRAINT "event_ended_has_date" CHECK (
    ("state" IN ('refused', 'withdrawn', 'cancelled')) = ("ended_at" IS NOT NULL));
