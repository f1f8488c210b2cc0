ALTER TABLE "bookings"
  ADD CONSTRAINT "booking_has_somebody" CHECK ("person_id" IS NOT NULL OR "guest_name" IS NOT NULL),
  ADD CONSTRAINT "booking_cancelled_has_date" CHECK (("state" = 'cancelled') = ("cancelled_at" IS NOT NULL));

ALTER TABLE "opening_rules"
  ADD CONSTRAINT "opening_rule_weekday" CHECK ("weekday" BETWEEN 1 AND 7),
  ADD CONSTRAINT "opening_rule_minutes" CHECK ("start_minute" >= 0 AND "start_minute" < "end_minute" AND "end_minute" <= 1440);

ALTER TABLE "closures"
  ADD CONSTRAINT "closure_interval" CHECK ("ends_at" > "starts_at");

ALTER TABLE "spaces"
  ADD CONSTRAINT "space_half_day_boundary" CHECK ("half_day_boundary" BETWEEN 1 AND 1439);

-- A host grant names a space, any other role is of the whole network; held once at a time.
ALTER TABLE "role_grants"
  ADD CONSTRAINT "role_grant_scope" CHECK (("role" = 'host') = ("space_id" IS NOT NULL));
CREATE UNIQUE INDEX "role_grant_once"
  ON "role_grants" ("person_id", "role", "space_id") NULLS NOT DISTINCT WHERE "revoked_at" IS NULL;

ALTER TABLE "persons"
  ADD CONSTRAINT "person_email_lower_case" CHECK ("email" = lower("email"));
