import { expect, test } from "vitest";
import {
  attendance,
  digitalHelp,
  eventsIn,
  gatherings,
  heldIn,
} from "@/lib/reports/indicators/gatherings/rules";
import { aReportEvent, countingOf, someRows } from "@/tests/support/report-rows";

const june = countingOf("2026-06-01", "2026-06-30");
const ticked = {
  registered: 8,
  named: 7,
  namedRegistered: 6,
  walkIns: 1,
  firstTimers: 2,
  participants: ["p1", "p2"],
};
const rows = someRows({
  events: [
    aReportEvent({ on: "2026-06-16", ...ticked }),
    aReportEvent({
      on: "2026-06-18",
      ...ticked,
      theme: "talk",
      spaceId: "prayssac",
      capacity: null,
    }),
    aReportEvent({ on: "2026-06-19", registered: 4, heads: 9 }),
    aReportEvent({ on: "2026-06-20", state: "cancelled" }),
    aReportEvent({ on: "2026-07-01", ...ticked }),
  ],
});

test("events held and cancelled are those of the period, by theme and by space", () => {
  const { network, bySpace, byTheme, partners } = gatherings(rows, june);
  expect(network).toEqual({ held: 3, cancelled: 1, hours: 6 });
  expect(bySpace.get("prayssac")).toEqual({ held: 1, cancelled: 0, hours: 2 });
  expect(byTheme.get("digital")).toEqual({ held: 2, cancelled: 1, hours: 4 });
  expect(partners.because).toBe("no_partners");
});

test("an event not over yet is not held", () => {
  const before = countingOf("2026-06-01", "2026-06-30", "2026-06-16T17:59:00Z");
  expect(gatherings(rows, before).network.held).toBe(0);
  expect(heldIn(eventsIn(rows, june), before)).toEqual([]);
});

test("fill and attendance are of events where names were ticked, heads are never added to names", () => {
  expect(attendance(rows, june).network).toEqual({
    registered: 20,
    namedRegistered: 12,
    walkIns: 2,
    heads: { people: 9, events: 1 },
    fill: { count: 7, of: 10, share: 0.7 },
    attendance: { count: 12, of: 16, share: 0.75 },
    firstTimers: 4,
    participants: 2,
  });
  expect(attendance(rows, june).bySpace.get("prayssac")?.fill.share).toBeNull();
});

test("digital help counts persons named, and heads only where nobody was", () => {
  expect(digitalHelp(rows, june).network).toEqual({
    workshops: 2,
    accompanied: 7,
    headsOnly: 9,
    topics: { kind: "not_collected", because: "no_topics" },
  });
});
