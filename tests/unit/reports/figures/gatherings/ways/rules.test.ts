import { expect, test } from "vitest";
import { closedMonths, waysOf } from "@/lib/reports/figures/gatherings/ways/rules";
import { attendance } from "@/lib/reports/indicators/gatherings/rules";
import type { ReportEvent } from "@/lib/reports/indicators/schema";
import { monthInput } from "@/lib/reports/schema";
import { aReportEvent, countingOf, someRows } from "@/tests/support/report-rows";

const june = monthInput.parse("2026-06");

const came = (namedRegistered: number, walkIns: number, own: Partial<ReportEvent> = {}) =>
  aReportEvent({
    ...{ on: "2026-06-16", registered: namedRegistered, namedRegistered, walkIns },
    ...{ named: namedRegistered + walkIns, ...own },
  });

const tableOf = (events: readonly ReportEvent[]) =>
  waysOf(
    events,
    attendance(someRows({ events: [...events] }), countingOf("2026-06-01", "2026-06-30")).network,
  );

test("who registered and who did not are all who were named, with what else is told of them", () => {
  const open = came(0, 7, { needsRegistration: false });
  const { cells, total } = tableOf([came(8, 3, { registered: 9, firstTimers: 5 }), open]);
  expect(total).toBe(18);
  expect(cells.get("onList")).toMatchObject({ count: 8, of: 9, known: 5 });
  expect(cells.get("walkIns")).toEqual({ count: 10, of: null, known: 7 });
});

test("who registered before an event was opened to all is counted, and is no part of a share", () => {
  const { cells } = tableOf([came(8, 3), came(4, 5, { needsRegistration: false })]);
  expect(cells.get("onList")).toMatchObject({ count: 8, of: 8 });
  expect(cells.get("offList")).toEqual({ count: 4, of: null });
});

test("a network says nothing where that would bound one of the places it tells named people of", () => {
  const closed = (...events: ReportEvent[]) =>
    closedMonths(
      { rows: someRows(), months: [june], untold: { network: new Map(), bySpace: new Map() } },
      (ids) => tableOf(events.filter(({ spaceId }) => ids.includes(spaceId))),
    );
  const other = { spaceId: "prayssac" };
  // Nine of whom eight registered, and eight: one at the door of nine, and the network would say so.
  expect([...closed(came(8, 1), came(8, 0, other)).keys()]).toEqual([june]);
  expect([...closed(came(8, 6), came(8, 7, other)).keys()]).toEqual([]);
});
