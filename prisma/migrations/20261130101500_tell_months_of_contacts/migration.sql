-- By hand: a renaming keeps what is stored, rounded to its month.
ALTER TABLE "survey_contacts" DROP COLUMN "stopped_on";
ALTER TABLE "survey_contacts" RENAME COLUMN "day" TO "month";
ALTER TABLE "survey_contacts" RENAME COLUMN "confirmed_on" TO "confirmed_month";
UPDATE "survey_contacts" SET "month" = date_trunc('month', "month"),
  "confirmed_month" = date_trunc('month', "confirmed_month");

-- Whoever answers and leaves their address the same day is not found by joining the two.
ALTER TABLE "survey_contacts" ADD CONSTRAINT "survey_contact_tells_months"
  CHECK (extract(day FROM "month") = 1 AND extract(day FROM coalesce("confirmed_month", "month")) = 1);
