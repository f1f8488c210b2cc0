-- AlterTable
ALTER TABLE "events" ADD COLUMN     "end_minimum" INTEGER;

ALTER TABLE "events" ADD CONSTRAINT "event_end_minimum" CHECK (
  "end_minimum" IS NULL OR ("end_minimum" > 0 AND "state" = 'cancelled'));

-- Shown again by whatever verb, its room's included, it has no such reason any more.
CREATE FUNCTION forget_end_minimum() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.end_minimum := NULL;
  RETURN NEW;
END
$$;
CREATE TRIGGER "event_forgets_end_minimum" BEFORE UPDATE OF "state" ON "events"
  FOR EACH ROW WHEN (NEW.state <> 'cancelled') EXECUTE FUNCTION forget_end_minimum();

-- What was written as a sentence, in one language whoever read it.
UPDATE events SET end_minimum = substring(end_reason FROM '^Moins de (\d+) personnes')::int, end_reason = NULL
WHERE state = 'cancelled' AND end_reason ~ '^Moins de [1-9]\d{0,3} personnes s’étaient inscrites à la date prévue\.$';
UPDATE event_changes SET reason = NULL
WHERE verb = 'cancelled' AND actor_id IS NULL AND reason ~ '^Moins de [1-9]\d{0,3} personnes s’étaient inscrites à la date prévue\.$';
