-- AlterTable
ALTER TABLE "event_registrations" ALTER COLUMN "name" SET DEFAULT '';
