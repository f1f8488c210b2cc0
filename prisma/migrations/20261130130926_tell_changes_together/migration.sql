-- AlterTable
ALTER TABLE "event_changes" ADD COLUMN     "told_with" UUID;

-- Once said to be told with another line, it stays so: whoever was told half of it is not told again.
CREATE OR REPLACE FUNCTION refuse_event_rewriting() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW.space_id, NEW.id, NEW.event_id, NEW.at, NEW.verb, NEW.before) IS DISTINCT FROM
      (OLD.space_id, OLD.id, OLD.event_id, OLD.at, OLD.verb, OLD.before)
    OR (NEW.actor_id IS NOT NULL AND NEW.actor_id IS DISTINCT FROM OLD.actor_id)
    OR (NEW.reason IS NOT NULL AND NEW.reason IS DISTINCT FROM OLD.reason)
    OR (OLD.told_at IS NOT NULL AND NEW.told_at IS DISTINCT FROM OLD.told_at)
    OR (OLD.told_with IS NOT NULL AND NEW.told_with IS DISTINCT FROM OLD.told_with)
  THEN
    RAISE EXCEPTION 'event_changes is append-only';
  END IF;
  RETURN NEW;
END
$$;
