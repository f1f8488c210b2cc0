-- Of a cancelled event nobody can take what they are offered: an offer ends with it, unanswered, and whoever had it
-- stands where they stood in the line. Had again, by its room or by its hosts, its line is served in that order.
CREATE FUNCTION keep_turns() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE event_registrations SET state = 'waiting', offer_until = NULL
  WHERE space_id = NEW.space_id AND event_id = NEW.id AND state = 'offered';
  RETURN NULL;
END
$$;
CREATE TRIGGER "event_keeps_turns" AFTER UPDATE OF "state" ON "events"
  FOR EACH ROW WHEN (OLD.state = 'published' AND NEW.state = 'cancelled') EXECUTE FUNCTION keep_turns();

UPDATE event_registrations r SET state = 'waiting', offer_until = NULL FROM events e
WHERE e.space_id = r.space_id AND e.id = r.event_id AND e.state = 'cancelled' AND r.state = 'offered';
