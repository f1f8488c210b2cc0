-- Anything that decides when and what may be booked raises the version of its space, so that a reading
-- kept in memory by any process is known to be good by one number.
CREATE FUNCTION raise_calendar_version() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP <> 'INSERT' THEN
    UPDATE spaces SET calendar_version = calendar_version + 1 WHERE id = OLD.space_id;
  ELSE
    UPDATE spaces SET calendar_version = calendar_version + 1 WHERE id = NEW.space_id;
  END IF;
  RETURN NULL;
END
$$;
CREATE TRIGGER "calendar_version_of_resources" AFTER INSERT OR UPDATE OR DELETE ON "resources"
  FOR EACH ROW EXECUTE FUNCTION raise_calendar_version();
CREATE TRIGGER "calendar_version_of_parts" AFTER INSERT OR UPDATE OR DELETE ON "resource_parts"
  FOR EACH ROW EXECUTE FUNCTION raise_calendar_version();
CREATE TRIGGER "calendar_version_of_rules" AFTER INSERT OR UPDATE OR DELETE ON "opening_rules"
  FOR EACH ROW EXECUTE FUNCTION raise_calendar_version();
CREATE TRIGGER "calendar_version_of_exceptions" AFTER INSERT OR UPDATE OR DELETE ON "opening_exceptions"
  FOR EACH ROW EXECUTE FUNCTION raise_calendar_version();
CREATE TRIGGER "calendar_version_of_closures" AFTER INSERT OR UPDATE OR DELETE ON "closures"
  FOR EACH ROW EXECUTE FUNCTION raise_calendar_version();

CREATE FUNCTION raise_own_calendar_version() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.calendar_version := OLD.calendar_version + 1;
  RETURN NEW;
END
$$;
CREATE TRIGGER "calendar_version_of_space" BEFORE UPDATE ON "spaces"
  FOR EACH ROW WHEN (OLD.calendar_version = NEW.calendar_version)
  EXECUTE FUNCTION raise_own_calendar_version();

CREATE FUNCTION raise_calendar_versions_of_zone() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE spaces SET calendar_version = calendar_version + 1;
  RETURN NULL;
END
$$;
CREATE TRIGGER "calendar_version_of_school_holidays" AFTER INSERT OR UPDATE OR DELETE ON "school_holidays"
  FOR EACH STATEMENT EXECUTE FUNCTION raise_calendar_versions_of_zone();

CREATE TRIGGER "calendar_version_of_imports" AFTER INSERT OR UPDATE OF "removed_at" OR DELETE ON "calendar_imports"
  FOR EACH ROW EXECUTE FUNCTION raise_calendar_version();
