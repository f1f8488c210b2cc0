-- A commune beside a month may be joined with an answer of it: it is kept where a mail is chosen by it, and there alone.
UPDATE "survey_contacts" SET "commune_insee" = NULL WHERE NOT ('ouverture' = ANY ("wishes"));

ALTER TABLE "survey_contacts" ADD CONSTRAINT "survey_contacts_commune_for_openings"
  CHECK ("commune_insee" IS NULL OR 'ouverture' = ANY ("wishes"));
