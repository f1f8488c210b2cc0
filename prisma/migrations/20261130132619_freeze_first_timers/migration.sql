-- AlterTable
ALTER TABLE "event_attendees" ADD COLUMN     "first_time" BOOLEAN;
