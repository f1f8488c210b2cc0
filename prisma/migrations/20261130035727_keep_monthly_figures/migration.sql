-- CreateTable
CREATE TABLE "monthly_usages" (
    "space_id" UUID NOT NULL,
    "month" DATE NOT NULL,
    "offered" INTEGER NOT NULL,
    "booked" INTEGER NOT NULL,
    "occupied" INTEGER NOT NULL,
    "person_days" DOUBLE PRECISION NOT NULL,
    "users" INTEGER NOT NULL,
    "guests" INTEGER NOT NULL,

    CONSTRAINT "monthly_usages_pkey" PRIMARY KEY ("space_id","month")
);

-- CreateTable
CREATE TABLE "network_months" (
    "month" DATE NOT NULL,
    "users" INTEGER NOT NULL,
    "residences" JSONB NOT NULL,
    "frozen_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "network_months_pkey" PRIMARY KEY ("month")
);

-- The history of a booking stays as it was but for people taken off it: who did it, what they wrote, and
-- whose it was before an exchange. Only where the transaction says that it forgets somebody.
DROP TRIGGER "booking_changes_append_only" ON "booking_changes";
CREATE TRIGGER "booking_changes_append_only"
  BEFORE DELETE OR TRUNCATE ON "booking_changes"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_history_change();
CREATE FUNCTION refuse_history_rewriting() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF current_setting('cowloting.forgets', true) IS DISTINCT FROM 'yes'
    OR (NEW.id, NEW.space_id, NEW.booking_id, NEW.at, NEW.verb, NEW.from_state, NEW.to_state, NEW.closure_id)
      IS DISTINCT FROM (OLD.id, OLD.space_id, OLD.booking_id, OLD.at, OLD.verb, OLD.from_state, OLD.to_state, OLD.closure_id)
    OR NEW.before - 'personId' IS DISTINCT FROM OLD.before - 'personId'
    OR (NEW.actor_id IS NOT NULL AND NEW.actor_id IS DISTINCT FROM OLD.actor_id)
    OR (NEW.reason IS NOT NULL AND NEW.reason IS DISTINCT FROM OLD.reason)
  THEN
    RAISE EXCEPTION 'booking_changes is append-only';
  END IF;
  RETURN NEW;
END
$$;
CREATE TRIGGER "booking_changes_forget_only"
  BEFORE UPDATE ON "booking_changes"
  FOR EACH ROW EXECUTE FUNCTION refuse_history_rewriting();
