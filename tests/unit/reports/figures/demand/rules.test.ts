import { describe, expect, test } from "vitest";
import { day } from "@/lib/core/day";
import { plainRule } from "@/tests/support/plain-values";
import { figuresFrom, manyCame, pick } from "@/tests/support/report-figures";
import { aPlace, aReportSpace, aWish, aWorkingCalendar } from "@/tests/support/report-rows";

const many = (count: number, own: Parameters<typeof aWish>[0]) =>
  Array.from({ length: count }, () => aWish(own));
const wished = (wishes: ReturnType<typeof many>) =>
  figuresFrom({ wishes }, "2026-06-01", "2026-06-30");

describe("refused demand", () => {
  test("is told by half-day of the week where a month has five places wanted", () => {
    const figures = wished(many(6, { on: "2026-06-16", part: "morning" }));
    const tuesday = { kind: "week_half", weekday: 2, half: "morning" } as const;
    expect(pick(figures, "refusedDemand.places", "luzech").value).toBe(6);
    expect(pick(figures, "refusedDemand.places", "luzech", tuesday)).toMatchObject({
      ...{ value: 5, nearest: 5 },
    });
    expect(pick(figures, "refusedDemand.served", "luzech")).toMatchObject({ value: 0, of: 6 });
  });

  test("of one to four is not, though nobody says who asked", () => {
    const figures = wished(many(3, { on: "2026-06-16" }));
    expect(pick(figures, "refusedDemand.places").withheld).toBe("few_people");
    expect(pick(figures, "refusedDemand.places", "prayssac").withheld).toBe("protects_another");
  });
});

describe("the busiest half-day", () => {
  const resources = Array.from({ length: 8 }, (_, at) => aPlace(`luzech-${at + 1}`));
  const spaces = [aReportSpace("luzech", { resources })];
  const atOnce = (count: number) =>
    manyCame(count, "2026-06-16", { part: "morning" }).map((stay, at) => ({
      ...stay,
      resourceId: `luzech-${at + 1}`,
    }));
  const others = manyCame(6, "2026-06-18", { personId: "other" });

  test("is told with its day where five desks were taken", () => {
    const figures = figuresFrom({ spaces, bookings: atOnce(6) }, "2026-06-01", "2026-06-30");
    const [busiest] = figures.filter(
      ({ measure, place }) => measure === "busiest" && place === null,
    );
    expect(busiest).toMatchObject({
      ...{ value: 5, nearest: 5, part: { kind: "moment", day: "2026-06-16", half: "morning" } },
    });
  });

  test("is not, with fewer: who was there that day is known to be one of them", () => {
    const figures = figuresFrom(
      { spaces, bookings: [...atOnce(3), ...others] },
      "2026-06-01",
      "2026-06-30",
    );
    expect(pick(figures, "peak.busiest").withheld).toBe("few_people");
  });

  test("does not say that it is of few where each half-day would then be of three or four", () => {
    // Open on the three first Tuesdays of June, in the morning.
    const rule = plainRule({ weekday: 2, startMinute: 510, endMinute: 750 });
    const calendar = aWorkingCalendar({ rules: [{ ...rule, validUntil: day("2026-06-20") }] });
    const rare = [aReportSpace("luzech", { resources, calendar })];
    const taken = (counts: number[]) =>
      ["2026-06-02", "2026-06-09", "2026-06-16"].flatMap((on, week) =>
        manyCame(counts[week] ?? 0, on, { part: "morning" }).map((stay, at) => ({
          ...stay,
          resourceId: `luzech-${at + 1}`,
        })),
      );
    const whyOf = (counts: number[]) => {
      const bookings = taken(counts).map((stay, at) => ({ ...stay, personId: `p${at}` }));
      const figures = figuresFrom({ spaces: rare, bookings }, "2026-06-01", "2026-06-30");
      return pick(figures, "peak.busiest", "luzech").withheld;
    };
    expect(whyOf([4, 4, 3])).toBe("protects_another");
    expect(whyOf([4, 2, 1])).toBe("few_people");
  });
});

test("late cancellations and no-shows are parts of the bookings of months that may be told", () => {
  const stays = manyCame(6, "2026-06-16").map((stay, at) =>
    at === 0 ? { ...stay, state: "no_show" as const, checkedInAt: null } : stay,
  );
  const figures = figuresFrom({ bookings: stays }, "2026-06-01", "2026-06-30");
  expect(pick(figures, "lateAndNoShow.noShow", "luzech")).toMatchObject({ value: 1, of: 6 });
  const few = figuresFrom({ bookings: stays.slice(0, 3) }, "2026-06-01", "2026-06-30");
  expect(pick(few, "lateAndNoShow.noShow").withheld).toBe("few_people");
});
