-- CreateEnum
CREATE TYPE "commute_mode" AS ENUM ('car', 'shared_car', 'motorbike', 'bus', 'train', 'active');

-- CreateTable
CREATE TABLE "commutes" (
    "person_id" UUID NOT NULL,
    "workplace_insee" TEXT NOT NULL,
    "mode" "commute_mode" NOT NULL,
    "km_to_work" DOUBLE PRECISION,
    "usual_space_id" UUID,
    "km_to_space" DOUBLE PRECISION,
    "agreed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "commutes_pkey" PRIMARY KEY ("person_id")
);

-- CreateTable
CREATE TABLE "travel_assumptions" (
    "version" INTEGER NOT NULL,
    "values" JSONB NOT NULL,
    "made_at" TIMESTAMPTZ(3) NOT NULL,
    "made_by" UUID,

    CONSTRAINT "travel_assumptions_pkey" PRIMARY KEY ("version")
);

-- AddForeignKey
ALTER TABLE "commutes" ADD CONSTRAINT "commutes_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "persons"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "commutes" ADD CONSTRAINT "commutes_workplace_insee_fkey" FOREIGN KEY ("workplace_insee") REFERENCES "communes"("insee") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What a form refuses in words, the table refuses too.
ALTER TABLE "commutes"
  ADD CONSTRAINT "commute_km_to_work_is_a_trip" CHECK ("km_to_work" > 0 AND "km_to_work" <= 300),
  ADD CONSTRAINT "commute_km_to_space_is_a_trip" CHECK ("km_to_space" > 0 AND "km_to_space" <= 300),
  ADD CONSTRAINT "commute_km_to_space_is_of_a_space" CHECK (("usual_space_id" IS NULL) = ("km_to_space" IS NULL));
ALTER TABLE "travel_assumptions"
  ADD CONSTRAINT "travel_assumptions_follow_the_first" CHECK ("version" >= 2 AND jsonb_typeof("values") = 'object');

-- A report says by which version it was counted: none is rewritten.
CREATE TRIGGER "travel_assumptions_append_only"
  BEFORE UPDATE OR DELETE OR TRUNCATE ON "travel_assumptions"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- A row is an agreement; taken back, it goes, and the agreement is withdrawn.
CREATE FUNCTION record_commute_consent() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM record_consent(CASE TG_OP WHEN 'DELETE' THEN OLD.person_id ELSE NEW.person_id END,
    'travel', TG_OP <> 'DELETE');
  RETURN NULL;
END
$$;
CREATE TRIGGER "commute_consents" AFTER INSERT OR DELETE ON "commutes"
  FOR EACH ROW EXECUTE FUNCTION record_commute_consent();
