-- One place, one person: the last judge of every write path. `space_id` is in the key so that it
-- still holds when tables are sharded by space. Half-open ranges: a morning and the afternoon that
-- begins at its end do not meet.
CREATE EXTENSION IF NOT EXISTS btree_gist;

ALTER TABLE "bookings"
  ADD CONSTRAINT "booking_no_overlap"
  EXCLUDE USING gist ("space_id" WITH =, "resource_id" WITH =, "during" WITH &&)
  WHERE ("state" = 'confirmed');

-- A bounded length lets every range query bound starts_at below, whatever the history behind it.
ALTER TABLE "bookings"
  ADD CONSTRAINT "booking_length"
  CHECK ("ends_at" > "starts_at" AND "ends_at" - "starts_at" <= interval '25 hours');

-- The read path: live bookings of a space over a few days, without visiting the heap.
DROP INDEX "bookings_space_id_starts_at_idx";
CREATE INDEX "bookings_space_id_starts_at_idx"
  ON "bookings" ("space_id", "starts_at") INCLUDE ("resource_id", "ends_at", "state");
