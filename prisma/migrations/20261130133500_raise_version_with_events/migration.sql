-- The page of a space names its next events: what it says of them raises the version it is kept under. At the
-- commit, for whoever changes an event takes its room under the version they read (take_place).
CREATE CONSTRAINT TRIGGER "calendar_version_of_new_events" AFTER INSERT ON "events"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW.state = 'published') EXECUTE FUNCTION raise_calendar_version();
CREATE CONSTRAINT TRIGGER "calendar_version_of_events"
  AFTER UPDATE OF "state", "title", "summary", "theme", "day", "starts_at", "ends_at", "place_kind", "resource_id", "address",
    "commune_insee", "needs_registration", "opens_at", "closes_at", "capacity", "minimum_at" ON "events"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  WHEN ((NEW.state = 'published' OR OLD.state = 'published') AND
    (NEW.state, NEW.title, NEW.summary, NEW.theme, NEW.day, NEW.starts_at, NEW.ends_at, NEW.place_kind, NEW.resource_id, NEW.address,
      NEW.commune_insee, NEW.needs_registration, NEW.opens_at, NEW.closes_at, NEW.capacity, NEW.minimum_at)
    IS DISTINCT FROM
    (OLD.state, OLD.title, OLD.summary, OLD.theme, OLD.day, OLD.starts_at, OLD.ends_at, OLD.place_kind, OLD.resource_id, OLD.address,
      OLD.commune_insee, OLD.needs_registration, OLD.opens_at, OLD.closes_at, OLD.capacity, OLD.minimum_at))
  EXECUTE FUNCTION raise_calendar_version();
