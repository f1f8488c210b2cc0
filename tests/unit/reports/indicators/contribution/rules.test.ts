import { expect, test } from "vitest";
import { day } from "@/lib/core/day";
import { contribution } from "@/lib/reports/indicators/contribution/rules";
import { aReportEvent, countingOf, someRows } from "@/tests/support/report-rows";

test("what members lead, offer and begin in the period is counted; volunteer hours are not collected", () => {
  const rows = someRows({
    events: [
      aReportEvent({ on: "2026-06-16", isLedByMember: true }),
      aReportEvent({ on: "2026-06-17" }),
      aReportEvent({ on: "2026-06-18", isLedByMember: true, state: "cancelled" }),
    ],
    offers: ["2026-05-31", "2026-06-01", "2026-06-30"].map(day),
    contacts: ["2026-06-30", "2026-07-01"].map(day),
  });
  expect(contribution(rows, countingOf("2026-06-01", "2026-06-30"))).toEqual({
    volunteerHours: { kind: "not_collected", because: "no_volunteer_hours" },
    memberWorkshops: 1,
    offers: 2,
    contacts: 1,
  });
});
