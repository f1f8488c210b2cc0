-- AlterTable
ALTER TABLE "bookings" ADD COLUMN     "organisation_id" UUID;

-- By hand: few bookings are of an organisation, the others pay nothing for it.
CREATE INDEX "bookings_of_organisations" ON "bookings" ("created_by", "organisation_id") WHERE "organisation_id" IS NOT NULL;
