-- The fullest instant of a house in that interval, half-open, and how many people are there, that booking and its
-- event left out: of each booking its person and those who come along, equipment brings nobody; of each event its
-- seats, else what its room holds. `at`: what has lapsed by then is nobody (lib/events/ceilings counts the same).
CREATE FUNCTION house_peak(house uuid, starts timestamptz, ends timestamptz, own uuid, at timestamptz)
RETURNS TABLE (people int, instant timestamptz) LANGUAGE sql STABLE AS $$
  WITH crowds AS (
    SELECT b.starts_at, b.ends_at, 1 + cardinality(b.companions) AS people
    FROM bookings b JOIN resources r ON r.space_id = b.space_id AND r.id = b.resource_id
    WHERE b.space_id = house AND b.id IS DISTINCT FROM own AND b.source <> 'event' AND b.state IN ('held', 'confirmed')
      AND r.kind <> 'equipment' AND b.checked_out_at IS NULL AND (b.lapses_at IS NULL OR b.lapses_at > at)
      AND b.starts_at < ends AND b.starts_at > starts - interval '25 hours' AND b.ends_at > starts
    UNION ALL
    SELECT e.starts_at, e.ends_at, coalesce(e.capacity, r.most_people, r.capacity, 0)
    FROM events e LEFT JOIN resources r ON r.space_id = e.space_id AND r.id = e.resource_id
    WHERE e.space_id = house AND (own IS NULL OR e.booking_id IS DISTINCT FROM own)
      AND e.state = 'published' AND e.place_kind IN ('room', 'space') AND e.starts_at < ends AND e.ends_at > starts
  ),
  -- Who leaves at an instant is gone before who comes then.
  steps AS (
    SELECT greatest(starts_at, starts) AS instant, people AS step FROM crowds
    UNION ALL SELECT ends_at, -people FROM crowds
    UNION ALL SELECT starts, 0
  ),
  counted AS (SELECT s.instant, sum(s.step) OVER (ORDER BY s.instant, s.step) AS people FROM steps s)
  SELECT c.people::int, c.instant FROM counted c ORDER BY c.people DESC, c.instant LIMIT 1
$$;

-- Moved, confirmed, had again or with more people, a booking meets the ceiling of the house as a new one does
-- (take_place). What stays, or leaves earlier, asks for nothing.
CREATE FUNCTION refuse_full_house() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  most int;
  room resources;
  coming int := 1 + cardinality(NEW.companions);
BEGIN
  SELECT most_people INTO most FROM spaces WHERE id = NEW.space_id;
  IF most IS NULL THEN RETURN NEW; END IF;
  SELECT * INTO room FROM resources WHERE space_id = NEW.space_id AND id = NEW.resource_id;
  IF room.kind = 'equipment' THEN RETURN NEW; END IF;
  IF NEW.source = 'event' THEN coming := coalesce(NEW.people, room.most_people, room.capacity); END IF;
  PERFORM pg_advisory_xact_lock(hashtextextended('house ' || NEW.space_id, 0));
  IF (SELECT p.people FROM house_peak(NEW.space_id, NEW.starts_at, NEW.ends_at, NEW.id, now()) p) + coming > most THEN
    RAISE EXCEPTION 'a booking breaks constraint "house_never_too_full"' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END
$$;
CREATE TRIGGER "house_never_too_full"
  BEFORE UPDATE OF "state", "resource_id", "starts_at", "ends_at", "companions", "people" ON "bookings"
  FOR EACH ROW WHEN (NEW.state IN ('held', 'confirmed') AND (
    OLD.state NOT IN ('held', 'confirmed') OR NEW.starts_at < OLD.starts_at OR NEW.ends_at > OLD.ends_at
    OR cardinality(NEW.companions) > cardinality(OLD.companions)
    OR (NEW.source = 'event' AND (NEW.people IS DISTINCT FROM OLD.people OR NEW.resource_id <> OLD.resource_id))))
  EXECUTE FUNCTION refuse_full_house();

-- take_place as it was, and the ceiling of the house.
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
  most int;
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

  -- One after the other in a house that has a ceiling: two would each see room for one. The seats of an event are
  -- looked at by who makes it, the space held alone.
  IF wanted <> 'requested' AND wish ->> 'source' <> 'event' THEN
    SELECT s.most_people INTO most FROM spaces s WHERE s.id = space;
    IF most IS NOT NULL AND EXISTS (
      SELECT FROM resources r WHERE r.space_id = space AND r.id = ANY (candidates) AND r.kind <> 'equipment')
    THEN
      PERFORM pg_advisory_xact_lock(hashtextextended('house ' || space, 0));
      IF (SELECT p.people FROM house_peak(space, starts, ends, NULL, (wish ->> 'createdAt')::timestamptz) p)
        + coalesce((wish ->> 'people')::int, 1 + jsonb_array_length(wish -> 'companions')) > most
      THEN
        RETURN QUERY SELECT 'house_full', NULL::uuid, NULL::uuid; RETURN;
      END IF;
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
