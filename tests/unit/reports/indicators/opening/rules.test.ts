import { describe, expect, test } from "vitest";
import { day } from "@/lib/core/day";
import { opening } from "@/lib/reports/indicators/opening/rules";
import { plainRule } from "@/tests/support/plain-values";
import {
  aPlace,
  aReportSpace,
  aWorkingCalendar,
  countingOf,
  someRows,
} from "@/tests/support/report-rows";

const week = countingOf("2026-06-15", "2026-06-21");
const ofLuzech = (own: Parameters<typeof aReportSpace>[1] = {}) =>
  someRows({ spaces: [aReportSpace("luzech", own)] });

describe("hours a week", () => {
  test("are told by welcome and by oneself, summed over spaces", () => {
    const { network, bySpace } = opening(someRows(), week);
    expect(bySpace.get("luzech")).toEqual({
      staffedHours: 20,
      selfServiceHours: 25,
      unexpectedDays: 0,
    });
    expect(network).toMatchObject({ staffedHours: 40, selfServiceHours: 50 });
  });

  test("an hour both welcomed and by oneself is welcomed", () => {
    const rules = [
      plainRule({ weekday: 1, startMinute: 480, endMinute: 1080, state: "self_service" }),
      plainRule({ weekday: 1, startMinute: 540, endMinute: 720 }),
    ];
    const { network } = opening(ofLuzech({ calendar: aWorkingCalendar({ rules }) }), week);
    expect(network).toMatchObject({ staffedHours: 3, selfServiceHours: 7 });
  });

  test("begin the day something can be booked there", () => {
    const resources = [aPlace("desk", { inServiceFrom: day("2026-06-19") })];
    const { network } = opening(ofLuzech({ resources }), week);
    expect(network).toMatchObject({ staffedHours: 4, selfServiceHours: 5 });
  });
});

describe("days shut unexpectedly", () => {
  const shut = (announcedAt: string, reason = "panne") => {
    const interval = {
      startsAt: new Date("2026-06-16T12:00:00Z"),
      endsAt: new Date("2026-06-17T06:30:00Z"),
    };
    const closures = [{ ...interval, announcedAt: new Date(announcedAt) }];
    const calendar = aWorkingCalendar({ closures: [{ ...interval, reason }] });
    return opening(ofLuzech({ calendar, closures }), week).network.unexpectedDays;
  };

  test("are those a closure told less than seven days before takes a half-day from", () => {
    // Midnight in France is 22:00 UTC the day before.
    expect(shut("2026-06-08T22:00:00Z")).toBe(0);
    expect(shut("2026-06-08T22:00:01Z")).toBe(1);
    expect(shut("2026-06-16T12:00:00Z")).toBe(1);
  });
});
