-- A booking holds places: the number of its resource, and for a room that splits the numbers of its
-- parts. Two sets of numbers that meet are one place, so a whole and its part never overlap. It holds
-- them a little longer than booked where the resource asks for a buffer. Both are filled here, so that
-- no write path can forget them.
ALTER TABLE "bookings" DROP CONSTRAINT "booking_no_overlap";
ALTER TABLE "bookings" DROP COLUMN "during";

CREATE FUNCTION own_place() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.places := int4multirange(int4range(NEW.place, NEW.place + 1));
  RETURN NEW;
END
$$;
CREATE TRIGGER "resource_own_place" BEFORE INSERT ON "resources"
  FOR EACH ROW EXECUTE FUNCTION own_place();
UPDATE "resources" SET "places" = int4multirange(int4range("place", "place" + 1));
ALTER TABLE "resources"
  ALTER COLUMN "places" SET NOT NULL,
  ADD CONSTRAINT "resource_has_place" CHECK (NOT isempty("places"));
CREATE UNIQUE INDEX "resources_place_key" ON "resources" ("space_id", "place");

-- Own number and those of all parts, however deep; bookings to come are held anew, judged again.
CREATE FUNCTION join_places(space uuid, resource uuid) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  joined int4multirange;
BEGIN
  WITH RECURSIVE within(id) AS (
    SELECT resource
    UNION
    SELECT p.part_id FROM resource_parts p JOIN within w ON p.space_id = space AND p.whole_id = w.id
  )
  SELECT range_agg(int4range(r.place, r.place + 1)) INTO joined
  FROM within w JOIN resources r ON r.space_id = space AND r.id = w.id;
  UPDATE resources SET places = joined WHERE space_id = space AND id = resource AND places <> joined;
  UPDATE bookings SET places = joined
  WHERE space_id = space AND resource_id = resource AND places <> joined
    AND state IN ('confirmed', 'held') AND ends_at > now();
  -- What contains it holds its new parts too.
  PERFORM join_places(space, p.whole_id) FROM resource_parts p
  WHERE p.space_id = space AND p.part_id = resource;
END
$$;

CREATE FUNCTION part_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    PERFORM join_places(OLD.space_id, OLD.whole_id);
    RETURN OLD;
  END IF;
  IF EXISTS (
    WITH RECURSIVE within(id) AS (
      SELECT NEW.part_id
      UNION
      SELECT p.part_id FROM resource_parts p JOIN within w ON p.space_id = NEW.space_id AND p.whole_id = w.id
    )
    SELECT FROM within WHERE id = NEW.whole_id
  ) THEN
    RAISE EXCEPTION 'a resource cannot be a part of itself' USING CONSTRAINT = 'resource_part_of_itself', ERRCODE = 'check_violation';
  END IF;
  PERFORM join_places(NEW.space_id, NEW.whole_id);
  RETURN NEW;
END
$$;
CREATE TRIGGER "resource_part_changed" AFTER INSERT OR DELETE ON "resource_parts"
  FOR EACH ROW EXECUTE FUNCTION part_changed();

CREATE FUNCTION hold_places() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  SELECT r.places,
         NEW.starts_at - make_interval(mins => r.buffer_before_minutes),
         NEW.ends_at + make_interval(mins => r.buffer_after_minutes)
  INTO NEW.places, NEW.held_from, NEW.held_until
  FROM resources r WHERE r.space_id = NEW.space_id AND r.id = NEW.resource_id;
  RETURN NEW;
END
$$;
-- A departure shortens held_until alone, so it is not undone by this.
CREATE TRIGGER "booking_hold_places" BEFORE INSERT OR UPDATE OF "resource_id", "starts_at", "ends_at" ON "bookings"
  FOR EACH ROW EXECUTE FUNCTION hold_places();

UPDATE "bookings" b SET "places" = r."places", "held_from" = b."starts_at", "held_until" = b."ends_at"
FROM "resources" r WHERE r."space_id" = b."space_id" AND r."id" = b."resource_id";

ALTER TABLE "bookings"
  ALTER COLUMN "places" SET NOT NULL,
  ADD COLUMN "during" tstzrange GENERATED ALWAYS AS (tstzrange("held_from", "held_until", '[)')) STORED,
  ADD CONSTRAINT "booking_holds" CHECK ("held_from" <= "starts_at" AND "held_from" < "held_until" AND NOT isempty("places")),
  ADD CONSTRAINT "booking_ended_has_date" CHECK (("state" IN ('requested', 'held', 'confirmed')) = ("ended_at" IS NULL)),
  ADD CONSTRAINT "booking_lapses_when_live" CHECK ("lapses_at" IS NULL OR "state" IN ('requested', 'held', 'confirmed'));

-- Two live bookings never hold one place at one instant: the last judge of every write path.
ALTER TABLE "bookings"
  ADD CONSTRAINT "booking_no_overlap"
  EXCLUDE USING gist ("space_id" WITH =, "places" WITH &&, "during" WITH &&)
  WHERE ("state" IN ('confirmed', 'held'));

-- The read path: what is held in a space over a few days, without visiting the heap.
DROP INDEX "bookings_space_id_starts_at_idx";
CREATE INDEX "bookings_space_id_starts_at_idx"
  ON "bookings" ("space_id", "starts_at") INCLUDE ("resource_id", "held_from", "held_until", "lapses_at", "state");
-- What has lapsed and still says otherwise, for whoever settles it.
CREATE INDEX "bookings_lapses_at_idx" ON "bookings" ("lapses_at") WHERE "lapses_at" IS NOT NULL;
