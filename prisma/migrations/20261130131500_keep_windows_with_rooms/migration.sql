-- The instant at which the wall of that zone shows that time: one lived twice is the first, as instantAt reads it.
CREATE FUNCTION instant_on_wall(shown timestamp, zone text) RETURNS timestamptz LANGUAGE sql STABLE AS $$
  SELECT CASE WHEN (later - interval '1 hour') AT TIME ZONE zone = shown THEN later - interval '1 hour' ELSE later END
  FROM (SELECT shown AT TIME ZONE zone AS later) AS read
$$;

-- follow_room as it was; what opens, closes and is decided before an event moves with it: days of registration by as
-- many days, the deadline of a minimum by as much time of the wall, so that a clock change in between alters neither.
CREATE OR REPLACE FUNCTION follow_room() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  e events;
  change uuid := gen_random_uuid();
  said text;
  zone text;
  opens timestamptz;
  closes timestamptz;
  decided timestamptz;
BEGIN
  SELECT * INTO e FROM events WHERE space_id = NEW.space_id AND booking_id = NEW.id FOR NO KEY UPDATE;
  IF NOT FOUND THEN RETURN NULL; END IF;
  SELECT time_zone INTO zone FROM spaces WHERE id = NEW.space_id;
  opens := instant_on_wall((e.opens_at AT TIME ZONE zone) + (NEW.day - e.day) * interval '1 day', zone);
  closes := instant_on_wall((e.closes_at AT TIME ZONE zone) + (NEW.day - e.day) * interval '1 day', zone);
  decided := instant_on_wall((e.minimum_at AT TIME ZONE zone)
    + ((NEW.starts_at AT TIME ZONE zone) - (e.starts_at AT TIME ZONE zone)), zone);
  -- Closed by the start in any case; opened before it closes, or at once.
  IF closes >= NEW.starts_at THEN closes := NULL; END IF;
  IF opens >= coalesce(closes, NEW.starts_at) THEN opens := NULL; END IF;
  IF decided >= NEW.starts_at THEN decided := NEW.starts_at - interval '1 hour'; END IF;
  IF NEW.state NOT IN ('held', 'confirmed') THEN
    IF e.state <> 'published' THEN RETURN NULL; END IF;
    said := 'cancelled';
    UPDATE events SET state = 'cancelled', sequence = sequence + 1,
      ended_at = coalesce(NEW.ended_at, now()), ended_by = NEW.ended_by, end_reason = NEW.end_reason
    WHERE space_id = e.space_id AND id = e.id;
  ELSIF e.state = 'cancelled' AND OLD.state NOT IN ('held', 'confirmed') AND e.ended_at = OLD.ended_at THEN
    said := 'reopened';
    UPDATE events SET state = 'published', sequence = sequence + 1, ended_at = NULL, ended_by = NULL, end_reason = NULL,
      resource_id = NEW.resource_id, day = NEW.day, starts_at = NEW.starts_at, ends_at = NEW.ends_at,
      opens_at = opens, closes_at = closes, minimum_at = decided
    WHERE space_id = e.space_id AND id = e.id;
  ELSIF e.state = 'published'
    AND (NEW.resource_id, NEW.day, NEW.starts_at, NEW.ends_at) IS DISTINCT FROM (e.resource_id, e.day, e.starts_at, e.ends_at)
  THEN
    said := 'moved';
    UPDATE events SET sequence = sequence + 1,
      resource_id = NEW.resource_id, day = NEW.day, starts_at = NEW.starts_at, ends_at = NEW.ends_at,
      opens_at = opens, closes_at = closes, minimum_at = decided
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

-- A host who moves the room of an event, or has it again (an undone closure), has decided that it takes place: a
-- minimum whose deadline has passed by then asks for nothing more, else the job of the minute would cancel it at
-- once. Read from the history of the booking, which says when.
CREATE FUNCTION forget_passed_minimum() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE events SET minimum_people = NULL, minimum_at = NULL
  WHERE space_id = NEW.space_id AND booking_id = NEW.booking_id AND state = 'published' AND minimum_at <= NEW.at;
  RETURN NULL;
END
$$;
CREATE TRIGGER "event_outlives_minimum" AFTER INSERT ON "booking_changes"
  FOR EACH ROW WHEN (NEW.verb IN ('move', 'reinstate') AND NEW.to_state IN ('held', 'confirmed'))
  EXECUTE FUNCTION forget_passed_minimum();
