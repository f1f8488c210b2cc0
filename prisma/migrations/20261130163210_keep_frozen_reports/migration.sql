-- CreateTable
CREATE TABLE "frozen_reports" (
    "id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "signed_as" TEXT NOT NULL,
    "first_day" DATE NOT NULL,
    "last_day" DATE NOT NULL,
    "definitions_version" INTEGER NOT NULL,
    "parameters" JSONB NOT NULL,
    "report" JSONB NOT NULL,
    "figures_digest" TEXT NOT NULL,
    "source_digests" JSONB NOT NULL,
    "signed_by" UUID,
    "signed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "frozen_reports_pkey" PRIMARY KEY ("id")
);

-- AddForeignKey
ALTER TABLE "frozen_reports" ADD CONSTRAINT "frozen_reports_signed_by_fkey" FOREIGN KEY ("signed_by") REFERENCES "persons"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- Signed: nothing of it changes any more, but whose account signed it when that account goes.
CREATE FUNCTION refuse_frozen_report_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND NEW.signed_by IS NULL
    AND to_jsonb(NEW) - 'signed_by' = to_jsonb(OLD) - 'signed_by' THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'a frozen report never changes';
END
$$;
CREATE TRIGGER "frozen_reports_never_change"
  BEFORE UPDATE OR DELETE ON "frozen_reports"
  FOR EACH ROW EXECUTE FUNCTION refuse_frozen_report_change();
CREATE TRIGGER "frozen_reports_never_emptied"
  BEFORE TRUNCATE ON "frozen_reports"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_frozen_report_change();
