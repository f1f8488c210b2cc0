import { describe, expect, test } from "vitest";
import {
  begunRows,
  countBehind,
  peoplePresent,
  tellingEvents,
  tellingRows,
} from "@/lib/reports/disclosure/rows/rules";
import { offeredCapacity } from "@/lib/reports/indicators/capacity/rules";
import { monthInput } from "@/lib/reports/schema";
import { manyCame } from "@/tests/support/report-figures";
import { aReportEvent, aStay, countingOf, someRows } from "@/tests/support/report-rows";

const may = monthInput.parse("2026-05");
const june = monthInput.parse("2026-06");
const both = countingOf("2026-05-01", "2026-06-30");

describe("people of a month", () => {
  const behindOf = (bookings: ReturnType<typeof manyCame>) => {
    const own = peoplePresent(someRows({ bookings }), both).get(june);
    return [own?.network, own?.bySpace.get("luzech"), own?.bySpace.get("prayssac")];
  };

  test("are members who came, distinct in each place and over the network", () => {
    const bookings = [
      ...manyCame(3, "2026-06-16"),
      ...manyCame(2, "2026-06-17", { spaceId: "prayssac" }),
    ];
    expect(behindOf(bookings)).toEqual([3, 3, 2]);
    expect(behindOf([...bookings, ...manyCame(3, "2026-06-18")])).toEqual([3, 3, 2]);
  });

  test("are one where only guests came, or nobody did who booked", () => {
    const guests = [1, 2, 3].map(() => aStay({ on: "2026-06-16", personId: null }));
    const absent = aStay({ on: "2026-06-16", spaceId: "prayssac", checkedInAt: null });
    expect(behindOf([...guests, absent])).toEqual([1, 1, 1]);
    expect(behindOf([...guests, ...manyCame(6, "2026-06-16")])[1]).toBe(6);
  });

  test("are nobody where an event holds a place, or the booking was cancelled", () => {
    const bookings = [
      aStay({ on: "2026-06-16", personId: null, isEvent: true }),
      aStay({ on: "2026-06-16", state: "cancelled", checkedInAt: null }),
    ];
    expect(behindOf(bookings)).toEqual([0, 0, 0]);
  });
});

test("whatever has a day and a place is counted month by month", () => {
  const { spaces } = someRows();
  const events = [aReportEvent({ on: "2026-06-02", named: 4 }), aReportEvent({ on: "2026-04-30" })];
  const counted = countBehind(
    spaces,
    events,
    (own) => own.reduce((sum, { named }) => sum + named, 0),
    both.range,
  );
  expect(counted.get(may)).toEqual({
    network: 0,
    bySpace: new Map([
      ["luzech", 0],
      ["prayssac", 0],
    ]),
  });
  expect(counted.get(june)?.bySpace.get("luzech")).toBe(4);
});

describe("rows of what may be told", () => {
  const rows = someRows({
    bookings: [aStay({ on: "2026-05-12" }), aStay({ on: "2026-06-16" })],
  });
  const untold = {
    network: new Map(),
    bySpace: new Map([["luzech", new Map([[may, "few_people"] as const])]]),
  };

  test("are the same where nothing is untold", () => {
    expect(tellingRows(rows, { ...untold, bySpace: new Map() }, both.at)).toEqual({
      ofNetwork: rows,
      ofSpaces: rows,
    });
  });

  test("have neither the bookings of an untold month nor what its place offered then", () => {
    const { ofNetwork, ofSpaces } = tellingRows(rows, untold, both.at);
    expect(ofNetwork).toBe(rows);
    expect(ofSpaces.bookings).toEqual(rows.bookings.slice(1));
    const offered = offeredCapacity(ofSpaces, both).bySpace;
    const ofJune = offeredCapacity(rows, countingOf("2026-06-01", "2026-06-30")).bySpace;
    expect(offered.get("luzech")).toEqual(ofJune.get("luzech"));
    expect(offered.get("prayssac")).toEqual(offeredCapacity(rows, both).bySpace.get("prayssac"));
  });

  test("cut a booking at the end of a month told, or count it where it begins", () => {
    const night = aStay({
      ...{ on: "2026-05-31", personId: "bob" },
      startsAt: new Date("2026-05-31T18:00:00Z"),
      endsAt: new Date("2026-06-01T08:00:00Z"),
    });
    const over = { ...rows, bookings: [night] };
    const { ofSpaces } = tellingRows(over, untold, both.at);
    expect(ofSpaces.bookings).toEqual([{ ...night, startsAt: new Date("2026-05-31T22:00:00Z") }]);
    expect(begunRows(over, untold).ofSpaces.bookings).toEqual([]);
    expect(begunRows(over, untold).ofNetwork.bookings).toEqual([night]);
  });

  test("have the events of months that may be told, each by the place that organised it", () => {
    const events = [
      aReportEvent({ on: "2026-05-12" }),
      aReportEvent({ on: "2026-05-12", spaceId: "prayssac" }),
    ];
    expect(tellingEvents(events, untold)).toEqual({
      ofNetwork: events,
      ofSpaces: events.slice(1),
    });
  });
});
