import { z } from "zod";

/** Where hosts and staff see personal data; each has its words in messages/<language>/journal.json. */
export const viewScreens = [
  "host_day",
  "host_week",
  "week_sheet",
  "requests",
  "waiting_list",
  "booking",
  "member_choice",
  "closure",
  "opening_hours",
  "calendar_imports",
  "calendar_feed",
  "space_people",
  "organisations",
  "confirmation_sheet",
  "reports_of_abuse",
  "conversation",
  "profile",
  "roles",
  "survey_readers",
  "event_registrations",
  "journal",
  "journal_export",
  "event_attendance",
  "event_certificate",
  "attendance_list",
  "travel_assumptions",
] as const;
export type ViewScreen = (typeof viewScreens)[number];

/** What a line `people.viewed` keeps after the fact; read back leniently, screens come and go. */
export const viewedPeople = z.object({
  screen: z.enum(viewScreens),
  as: z.enum(["host", "staff"]),
  people: z.array(z.string()),
});
