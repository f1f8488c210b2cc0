-- join_places as it was, but for the state of the bookings it holds anew: a request that is confirmed and
-- a cancelled booking that is put back arrive at the places of their resource as it is then.
CREATE OR REPLACE FUNCTION join_places(space uuid, resource uuid) RETURNS void LANGUAGE plpgsql AS $$
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
  WHERE space_id = space AND resource_id = resource AND places <> joined AND ends_at > now();
  -- What contains it holds its new parts too.
  PERFORM join_places(space, p.whole_id) FROM resource_parts p
  WHERE p.space_id = space AND p.part_id = resource;
END
$$;
