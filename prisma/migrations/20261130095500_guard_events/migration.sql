ALTER TABLE "events"
  ADD CONSTRAINT "event_interval" CHECK ("ends_at" > "starts_at"),
  ADD CONSTRAINT "event_seats" CHECK (
    ("capacity" IS NULL OR "capacity" BETWEEN 1 AND 5000) AND ("capacity" IS NOT NULL OR NOT "needs_registration")
    AND "most_people" BETWEEN 1 AND 20 AND ("head_count" IS NULL OR "head_count" BETWEEN 0 AND 5000)),
  ADD CONSTRAINT "event_offer" CHECK ("offer_minutes" BETWEEN 5 AND 10080),
  ADD CONSTRAINT "event_place_said" CHECK (
    ("place_kind" = 'room') = ("resource_id" IS NOT NULL)
    AND ("place_kind" <> 'elsewhere' OR "address" IS NOT NULL)
    AND ("place_kind" = 'room' OR "booking_id" IS NULL)),
  ADD CONSTRAINT "event_minimum" CHECK (
    ("minimum_people" IS NULL) = ("minimum_at" IS NULL) AND ("minimum_people" IS NULL OR "minimum_people" > 0)),
  ADD CONSTRAINT "event_ended_has_date" CHECK (("state" IN ('refused', 'cancelled')) = ("ended_at" IS NOT NULL)),
  ADD CONSTRAINT "event_published_has_date" CHECK ("state" <> 'published' OR "published_at" IS NOT NULL);

ALTER TABLE "event_registrations"
  ADD CONSTRAINT "registration_quantity" CHECK ("quantity" BETWEEN 1 AND 20),
  ADD CONSTRAINT "registration_offer" CHECK (("state" = 'offered') = ("offer_until" IS NOT NULL)),
  ADD CONSTRAINT "registration_ended_has_date" CHECK (("state" IN ('cancelled', 'lapsed')) = ("ended_at" IS NOT NULL));
-- One mailbox registers once, waits once.
CREATE UNIQUE INDEX "registered_once" ON "event_registrations" ("space_id", "event_id", "email_key")
  WHERE "state" IN ('confirmed', 'waiting', 'offered');
CREATE INDEX "event_registrations_line" ON "event_registrations" ("space_id", "event_id", "rank")
  WHERE "state" = 'waiting';
CREATE INDEX "event_registrations_offers" ON "event_registrations" ("offer_until") WHERE "state" = 'offered';

ALTER TABLE "event_attendees" ADD CONSTRAINT "attendee_position" CHECK ("position" BETWEEN 0 AND 19);
CREATE UNIQUE INDEX "attendee_once" ON "event_attendees" ("space_id", "registration_id", "position");
ALTER TABLE "event_feedback" ADD CONSTRAINT "feedback_score" CHECK ("score" BETWEEN 0 AND 10);
ALTER TABLE "event_rides" ADD CONSTRAINT "ride_seats" CHECK (
  "seats" BETWEEN 1 AND 8 AND ("leaves_at" IS NULL OR "leaves_at" BETWEEN 0 AND 1439));
ALTER TABLE "event_speakers" ADD CONSTRAINT "speaker_named" CHECK ("person_id" IS NOT NULL OR "name" IS NOT NULL);
ALTER TABLE "resources" ADD CONSTRAINT "resource_most_people" CHECK ("most_people" IS NULL OR "most_people" > 0);
ALTER TABLE "spaces" ADD CONSTRAINT "space_most_people" CHECK ("most_people" IS NULL OR "most_people" > 0);

-- Seats are never oversold, whatever writes a registration: each write of one that holds seats has its
-- event alone, then counts what the others hold.
CREATE FUNCTION refuse_overselling() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  seats int;
  others int;
BEGIN
  SELECT capacity INTO seats FROM events WHERE space_id = NEW.space_id AND id = NEW.event_id FOR NO KEY UPDATE;
  IF seats IS NULL THEN RETURN NEW; END IF;
  SELECT coalesce(sum(quantity), 0) INTO others FROM event_registrations r
  WHERE r.space_id = NEW.space_id AND r.event_id = NEW.event_id AND r.id <> NEW.id AND r.state IN ('confirmed', 'offered');
  IF others + NEW.quantity > seats THEN
    RAISE EXCEPTION 'new row breaks constraint "event_never_oversold"' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END
$$;
CREATE TRIGGER "event_never_oversold"
  BEFORE INSERT OR UPDATE OF "state", "quantity", "event_id" ON "event_registrations"
  FOR EACH ROW WHEN (NEW.state IN ('confirmed', 'offered') AND NEW.source <> 'walk_in')
  EXECUTE FUNCTION refuse_overselling();

CREATE FUNCTION refuse_fewer_seats() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.capacity < (SELECT sum(quantity) FROM event_registrations r
    WHERE r.space_id = NEW.space_id AND r.event_id = NEW.id AND r.state IN ('confirmed', 'offered'))
  THEN
    RAISE EXCEPTION 'new row breaks constraint "event_never_oversold"' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END
$$;
CREATE TRIGGER "event_keeps_seats" BEFORE UPDATE OF "capacity" ON "events"
  FOR EACH ROW WHEN (NEW.capacity IS DISTINCT FROM OLD.capacity) EXECUTE FUNCTION refuse_fewer_seats();

-- An event in a room and the calendar of that room say the same, at every commit.
CREATE FUNCTION compare_event_with_room() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  e events;
BEGIN
  -- As it stands when the transaction ends.
  SELECT * INTO e FROM events WHERE space_id = NEW.space_id AND id = NEW.id;
  IF e.place_kind <> 'room' OR e.state NOT IN ('published', 'cancelled') THEN RETURN NULL; END IF;
  IF e.state = 'cancelled' THEN
    IF EXISTS (SELECT FROM bookings b WHERE b.space_id = e.space_id AND b.id = e.booking_id AND b.state IN ('held', 'confirmed')) THEN
      RAISE EXCEPTION 'a cancelled event breaks constraint "event_agrees_with_room"' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NULL;
  END IF;
  IF NOT EXISTS (SELECT FROM bookings b WHERE b.space_id = e.space_id AND b.id = e.booking_id
    AND b.state = 'confirmed' AND b.source = 'event' AND b.resource_id = e.resource_id
    AND b.day = e.day AND b.starts_at = e.starts_at AND b.ends_at = e.ends_at)
  THEN
    RAISE EXCEPTION 'an event breaks constraint "event_agrees_with_room"' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END
$$;
CREATE CONSTRAINT TRIGGER "event_agrees_with_room"
  AFTER INSERT OR UPDATE OF "state", "place_kind", "resource_id", "booking_id", "day", "starts_at", "ends_at" ON "events"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION compare_event_with_room();

-- Whatever moves, gives back or reinstates the room of an event, the event follows in the same
-- transaction, and whoever is registered is told by the job it leaves.
CREATE FUNCTION follow_room() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  e events;
  change uuid := gen_random_uuid();
  said text;
BEGIN
  SELECT * INTO e FROM events WHERE space_id = NEW.space_id AND booking_id = NEW.id FOR NO KEY UPDATE;
  IF NOT FOUND THEN RETURN NULL; END IF;
  IF NEW.state NOT IN ('held', 'confirmed') THEN
    IF e.state <> 'published' THEN RETURN NULL; END IF;
    said := 'cancelled';
    UPDATE events SET state = 'cancelled', sequence = sequence + 1,
      ended_at = coalesce(NEW.ended_at, now()), ended_by = NEW.ended_by, end_reason = NEW.end_reason
    WHERE space_id = e.space_id AND id = e.id;
  ELSIF e.state = 'cancelled' AND OLD.state NOT IN ('held', 'confirmed') AND e.ended_at = OLD.ended_at THEN
    said := 'reopened';
    UPDATE events SET state = 'published', sequence = sequence + 1, ended_at = NULL, ended_by = NULL, end_reason = NULL,
      resource_id = NEW.resource_id, day = NEW.day, starts_at = NEW.starts_at, ends_at = NEW.ends_at
    WHERE space_id = e.space_id AND id = e.id;
  ELSIF e.state = 'published'
    AND (NEW.resource_id, NEW.day, NEW.starts_at, NEW.ends_at) IS DISTINCT FROM (e.resource_id, e.day, e.starts_at, e.ends_at)
  THEN
    said := 'moved';
    UPDATE events SET sequence = sequence + 1,
      resource_id = NEW.resource_id, day = NEW.day, starts_at = NEW.starts_at, ends_at = NEW.ends_at
    WHERE space_id = e.space_id AND id = e.id;
  ELSE
    RETURN NULL;
  END IF;
  INSERT INTO event_changes (space_id, id, event_id, at, verb, reason, before)
  VALUES (e.space_id, change, e.id, now(), said, NEW.end_reason,
    jsonb_build_object('resourceId', e.resource_id,
      'startsAt', to_char(e.starts_at, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'endsAt', to_char(e.ends_at, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')));
  PERFORM graphile_worker.add_job('tell_event_change', json_build_object('spaceId', e.space_id, 'changeId', change),
    max_attempts => 12, job_key => 'event change ' || change, job_key_mode => 'unsafe_dedupe');
  RETURN NULL;
END
$$;
CREATE TRIGGER "event_follows_room"
  AFTER UPDATE OF "state", "resource_id", "day", "starts_at", "ends_at" ON "bookings"
  FOR EACH ROW WHEN (NEW.source = 'event') EXECUTE FUNCTION follow_room();

-- The history of an event stays as it was, but for having been told and for people taken off it.
CREATE FUNCTION refuse_event_rewriting() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW.space_id, NEW.id, NEW.event_id, NEW.at, NEW.verb, NEW.before) IS DISTINCT FROM
      (OLD.space_id, OLD.id, OLD.event_id, OLD.at, OLD.verb, OLD.before)
    OR (NEW.actor_id IS NOT NULL AND NEW.actor_id IS DISTINCT FROM OLD.actor_id)
    OR (NEW.reason IS NOT NULL AND NEW.reason IS DISTINCT FROM OLD.reason)
    OR (OLD.told_at IS NOT NULL AND NEW.told_at IS DISTINCT FROM OLD.told_at)
  THEN
    RAISE EXCEPTION 'event_changes is append-only';
  END IF;
  RETURN NEW;
END
$$;
CREATE TRIGGER "event_changes_forget_only" BEFORE UPDATE ON "event_changes"
  FOR EACH ROW EXECUTE FUNCTION refuse_event_rewriting();
