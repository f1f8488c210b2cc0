-- AlterTable
ALTER TABLE "bookings" ADD COLUMN     "people" INTEGER;

-- The room of an event is given back by the event alone, never by time: nobody checks in for forty people.
ALTER TABLE "bookings"
  ADD CONSTRAINT "booking_people" CHECK ("people" IS NULL OR "people" > 0),
  ADD CONSTRAINT "event_room_never_lapses" CHECK (
    "source" <> 'event' OR ("lapses_at" IS NULL AND "checked_in_at" IS NULL AND "state" NOT IN ('no_show', 'released')));

-- A room given back is had again for its event only: one that has another room by now, or none, or that was
-- refused, takes nothing back (an undone closure, a host who reinstates).
CREATE FUNCTION refuse_room_of_no_event() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM events e WHERE e.space_id = NEW.space_id AND e.booking_id = NEW.id
    AND (e.state = 'published' OR (e.state = 'cancelled' AND e.ended_at = OLD.ended_at)))
  THEN
    RAISE EXCEPTION 'a booking breaks constraint "event_room_has_event"' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END
$$;
CREATE TRIGGER "event_room_has_event" BEFORE UPDATE OF "state" ON "bookings"
  FOR EACH ROW WHEN (NEW.source = 'event' AND NEW.state IN ('held', 'confirmed') AND OLD.state NOT IN ('held', 'confirmed'))
  EXECUTE FUNCTION refuse_room_of_no_event();

-- take_place as it was, with the people a booking is for where nobody is named: the seats of an event.
CREATE OR REPLACE FUNCTION take_place(wish jsonb, candidates uuid[], names text[])
RETURNS TABLE (outcome text, booking_id uuid, taken_resource_id uuid) LANGUAGE plpgsql AS $$
DECLARE
  space uuid := (wish ->> 'spaceId')::uuid;
  person uuid := (wish ->> 'personId')::uuid;
  idempotency uuid := (wish ->> 'idempotencyKey')::uuid;
  starts timestamptz := (wish ->> 'startsAt')::timestamptz;
  ends timestamptz := (wish ->> 'endsAt')::timestamptz;
  wanted booking_state := (wish ->> 'state')::booking_state;
  quota jsonb := wish -> 'quota';
  notice jsonb := wish -> 'notice';
  found_id uuid;
  found_resource uuid;
  found_state booking_state;
  found_space uuid;
BEGIN
  -- A closure holds the space alone: none slips between this reading and this writing.
  PERFORM pg_advisory_xact_lock_shared(hashtextextended('space ' || space, 0));
  -- A place offered to somebody who waits is taken while the space is held alone. Waiting for a person
  -- who is booking would then be a deadlock; their seat is looked at again when they accept.
  IF wish ->> 'source' <> 'waiting_list' THEN
    PERFORM pg_advisory_xact_lock(hashtextextended('person ' || coalesce(person, idempotency, (wish ->> 'id')::uuid), 0));
  END IF;

  IF idempotency IS NOT NULL THEN
    -- In any space: whoever holds the lock of the person sees what the one before wrote.
    SELECT b.id, b.resource_id, b.state, b.space_id INTO found_id, found_resource, found_state, found_space
    FROM (
      SELECT id, resource_id, state, space_id FROM bookings WHERE person_id = person AND idempotency_key = idempotency
      UNION ALL
      SELECT id, resource_id, state, space_id FROM bookings WHERE person IS NULL AND person_id IS NULL AND idempotency_key = idempotency
    ) b ORDER BY b.space_id = space DESC LIMIT 1;
    IF found_space <> space THEN
      RETURN QUERY SELECT 'elsewhere', found_id, NULL::uuid; RETURN;
    END IF;
    IF found_id IS NOT NULL THEN
      RETURN QUERY SELECT CASE WHEN found_state IN ('requested', 'held', 'confirmed') THEN 'same' ELSE 'ended' END,
        found_id, found_resource;
      RETURN;
    END IF;
  END IF;

  PERFORM FROM spaces s WHERE s.id = space AND s.calendar_version = (wish ->> 'version')::bigint;
  IF NOT FOUND THEN
    RETURN QUERY SELECT 'stale', NULL::uuid, NULL::uuid; RETURN;
  END IF;

  IF (wish ->> 'seat')::boolean AND person IS NOT NULL THEN
    SELECT b.id INTO found_id FROM bookings b
    JOIN resources r ON r.space_id = b.space_id AND r.id = b.resource_id
    WHERE b.person_id = person AND b.state IN ('confirmed', 'held') AND r.kind IN ('desk', 'office')
      AND b.starts_at < ends AND b.starts_at > starts - interval '25 hours' AND b.ends_at > starts
      AND (b.lapses_at IS NULL OR b.lapses_at > (wish ->> 'createdAt')::timestamptz)
      AND b.checked_out_at IS NULL
    LIMIT 1;
    IF found_id IS NOT NULL THEN
      IF cardinality(candidates) = 1 AND EXISTS (
        SELECT FROM bookings b JOIN resources r ON r.space_id = space AND r.id = candidates[1]
        WHERE b.space_id = space AND b.state IN ('confirmed', 'held') AND b.places && r.places
          AND b.during && tstzrange(starts - make_interval(mins => r.buffer_before_minutes), ends + make_interval(mins => r.buffer_after_minutes)))
      THEN
        RETURN QUERY SELECT 'taken', found_id, NULL::uuid; RETURN;
      END IF;
      RETURN QUERY SELECT 'already_booked', found_id, NULL::uuid; RETURN;
    END IF;
  END IF;

  IF jsonb_typeof(quota) = 'object' AND person IS NOT NULL THEN
    PERFORM FROM bookings b
    JOIN resources r ON r.space_id = b.space_id AND r.id = b.resource_id
    WHERE b.person_id = person AND b.space_id = space AND r.kind = (quota ->> 'kind')::resource_kind
      AND b.state IN ('requested', 'confirmed', 'held', 'no_show')
      AND b.starts_at >= (quota ->> 'from')::timestamptz AND b.starts_at < (quota ->> 'until')::timestamptz
    HAVING count(*) >= (quota ->> 'count')::int;
    IF FOUND THEN
      RETURN QUERY SELECT 'quota_reached', NULL::uuid, NULL::uuid; RETURN;
    END IF;
  END IF;

  FOR i IN 1 .. cardinality(candidates) LOOP
    -- A request holds nothing, so the constraint does not judge it: it is refused here when hopeless.
    IF wanted = 'requested' THEN
      CONTINUE WHEN EXISTS (
        SELECT FROM bookings b JOIN resources r ON r.space_id = space AND r.id = candidates[i]
        WHERE b.space_id = space AND b.state IN ('confirmed', 'held') AND b.places && r.places
          AND b.during && tstzrange(starts - make_interval(mins => r.buffer_before_minutes), ends + make_interval(mins => r.buffer_after_minutes)));
    END IF;
    INSERT INTO bookings (id, space_id, resource_id, person_id, guest_name, companions, day, part, starts_at, ends_at,
      state, source, lapses_at, idempotency_key, series_id, waiting_entry_id, note, created_at, created_by, checked_in_at, checked_in_by, shown_to_members, people)
    VALUES ((wish ->> 'id')::uuid, space, candidates[i], person, wish ->> 'guestName',
      ARRAY(SELECT jsonb_array_elements_text(wish -> 'companions')), (wish ->> 'day')::date, (wish ->> 'part')::booking_part, starts, ends,
      wanted, (wish ->> 'source')::booking_source, (wish ->> 'lapsesAt')::timestamptz, idempotency,
      (wish ->> 'seriesId')::uuid, (wish ->> 'waitingEntryId')::uuid, wish ->> 'note', (wish ->> 'createdAt')::timestamptz,
      (wish ->> 'createdBy')::uuid, (wish ->> 'checkedInAt')::timestamptz, (wish ->> 'checkedInBy')::uuid, (wish ->> 'shownToMembers')::boolean, (wish ->> 'people')::int)
    ON CONFLICT DO NOTHING;
    IF FOUND THEN
      IF jsonb_typeof(notice) = 'object' THEN
        PERFORM tell_person(notice || jsonb_build_object('personId', person,
          'payload', (notice -> 'payload') || jsonb_build_object('resourceName', names[i])));
      END IF;
      PERFORM tell_webhooks(space, (wish ->> 'id')::uuid, CASE wanted WHEN 'requested' THEN 'booking.requested' ELSE 'booking.created' END);
      RETURN QUERY SELECT 'booked', (wish ->> 'id')::uuid, candidates[i]; RETURN;
    END IF;
  END LOOP;
  RETURN QUERY SELECT 'taken', NULL::uuid, NULL::uuid;
END
$$;
