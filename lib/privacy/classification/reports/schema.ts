import { type Classification, internal, person, table } from "../schema";

const shared = {
  seenBy: ["counts" as const],
  purpose: "reports" as const,
  basis: "public_task" as const,
  export: true,
  erasure: "keep" as const,
};

/** What bookings say too, put so that figures are quick to count; no screen shows a row of it. */
export const reportsClassification: Classification = {
  presence_days: table(
    {
      ...shared,
      owners: ["who"],
      clock: { event: "booking_over", columns: ["day"] },
      // With its month, which is frozen before; this is for what would be left.
      kept: { months: 13, over: "delete_row" },
      ...internal,
    },
    {
      space_id: {},
      day: {},
      who: { ...person, erasure: "ghost" },
      is_guest: {},
      morning: {},
      afternoon: {},
    },
  ),
  // Counts of nobody in particular, beside who asked for them.
  report_preparations: table(
    {
      ...shared,
      seenBy: ["oneself", "staff"],
      owners: ["asked_by"],
      clock: { event: "created", columns: ["asked_at"] },
      kept: { days: 7, over: "delete_row" },
      erasure: "delete_row",
    },
    {
      id: internal,
      asked_by: { ...person, ...internal },
      first_day: {},
      last_day: {},
      asked_at: {},
      done: internal,
      total: internal,
      parts: { ...internal, seenBy: ["counts"] },
      finished_at: {},
      failed_at: internal,
    },
  ),
  // Stays without its person: who was new in a month stays as many once bookings have lost their people.
  first_presences: table(
    { ...shared, owners: ["person_id"], kept: "always" },
    {
      person_id: { ...person, ...internal, erasure: "ghost" },
      day: { seenBy: ["oneself", "counts"] },
      space_ids: internal,
      returned_on: internal,
    },
  ),
};
