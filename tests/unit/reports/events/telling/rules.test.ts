import { describe, expect, test } from "vitest";
import { day } from "@/lib/core/day";
import type { CountedEvent } from "@/lib/reports/events/schema";
import {
  type Parting,
  partings,
  shownFigures,
  untoldOfEvents,
} from "@/lib/reports/events/telling/rules";

const at = new Date("2026-07-15T12:00:00Z");

const on = (date: string, people: number, over: Partial<CountedEvent> = {}): CountedEvent => ({
  ...{ id: date, spaceId: "cale", spaceName: "La Cale", theme: "work", state: "published" },
  ...{ day: day(date), startsAt: new Date(`${date}T12:00:00Z`) },
  endsAt: new Date(`${date}T14:00:00Z`),
  ...{ capacity: 20, needsRegistration: true, registered: people, named: people, heads: people },
  ...{ firstTimers: people, feedback: { count: people, sum: 8 * people } },
  ...over,
});

const figures = [...["registered", "named", "heads", "fill", "firstTimers", "feedback"]] as (
  | "registered"
  | "named"
  | "heads"
  | "fill"
  | "firstTimers"
  | "feedback"
)[];

function network(events: CountedEvent[], first: string, last: string) {
  const asked = { range: { first: day(first), last: day(last) }, at };
  const own = events.filter(
    ({ day: local }) => local >= asked.range.first && local <= asked.range.last,
  );
  const untold = untoldOfEvents(own, asked);
  const shown = (of: Parting) => (key: string) =>
    shownFigures(
      own.filter((event) => event[partings[of]] === key),
      asked,
      { untold, part: { of, key } },
    );
  const parts = { site: shown("sites"), theme: shown("themes") };
  return { ...shownFigures(own, asked, { untold, part: null }), ...parts };
}

describe("what tells of people at events", () => {
  test("is not told of a month of one to four, whatever it counts; what is public is", () => {
    const told = network([on("2026-05-12", 3)], "2026-05-01", "2026-05-31");
    for (const figure of figures) {
      expect([figure, told[figure].value, told[figure].because]).toEqual([
        figure,
        null,
        "few_people",
      ]);
    }
    expect(told).toMatchObject({ held: 1, cancelled: 0, hours: 2, headsEvents: 1 });
  });

  test("is told of a month of five, and a longer period leaves the others out and says which", () => {
    const told = network([on("2026-05-12", 3), on("2026-06-16", 9)], "2026-05-01", "2026-06-30");
    expect(told.registered).toEqual({ value: 9, without: ["2026-05"], because: null });
    expect(told.heads.value).toEqual({ people: 9, events: 1 });
    expect(told.feedback.value).toEqual({ mean: 8, count: 9 });
    expect(told.held).toBe(2);
  });

  test("is not told of part of a month: two periods a day apart would tell who came that day", () => {
    const events = [on("2026-06-16", 9), on("2026-06-30", 1)];
    const part = network(events, "2026-06-01", "2026-06-29");
    expect([part.named.value, part.named.because]).toEqual([null, "whole_months_only"]);
    expect(part.held).toBe(1);
    expect(network(events, "2026-06-01", "2026-06-30").named.value).toBe(10);
    expect(network([...events, on("2026-05-12", 8)], "2026-05-01", "2026-06-29").named).toEqual({
      ...{ value: 8, without: ["2026-06"], because: null },
    });
  });

  test("is of the running month up to yesterday, so that a period that ends today says no more", () => {
    const events = [
      on("2026-07-07", 9),
      on("2026-07-15", 2, { endsAt: new Date("2026-07-15T10:00:00Z") }),
    ];
    expect(network(events, "2026-07-01", "2026-07-15").named.value).toBe(9);
    expect(network(events, "2026-07-01", "2026-07-15").held).toBe(2);
  });

  test("of a site is hidden with another beside one of few people, and neither says which it is", () => {
    const told = network(
      [
        on("2026-06-16", 3),
        on("2026-06-17", 9, { spaceId: "puy" }),
        on("2026-06-18", 20, { spaceId: "bourg" }),
      ],
      ...(["2026-06-01", "2026-06-30"] as const),
    );
    expect(["cale", "puy", "bourg"].map((key) => told.site(key).named.because)).toEqual([
      ...["protects_another", "protects_another", null],
    ]);
    expect(told.named.value).toBe(32);
  });

  test("of two themes of few people is told of their site, and of neither", () => {
    const events = [on("2026-06-16", 3), on("2026-06-17", 4, { theme: "talk" })];
    const told = network(events, "2026-06-01", "2026-06-30");
    expect([told.named.value, told.site("cale").named.value]).toEqual([7, 7]);
    expect([told.theme("work").named.value, told.theme("talk").named.value]).toEqual([null, null]);
  });

  test("of a theme is not told where, less a site of one theme, it would be of three people", () => {
    const told = network(
      [
        on("2026-06-16", 5, { theme: "talk" }),
        on("2026-06-17", 3),
        on("2026-06-18", 10, { spaceId: "puy" }),
      ],
      ...(["2026-06-01", "2026-06-30"] as const),
    );
    for (const figure of figures) {
      const values = [told, told.site("cale"), told.site("puy")].map((each) => each[figure].value);
      expect(values.every((value) => value !== null)).toBe(true);
      expect(["work", "talk"].map((key) => told.theme(key)[figure].because)).toEqual([
        ...["protects_another", "protects_another"],
      ]);
    }
  });

  test("first-timers are not told where the others who came would be few", () => {
    const told = network([on("2026-06-16", 9, { firstTimers: 6 })], "2026-06-01", "2026-06-30");
    expect([told.named.value, told.firstTimers.value]).toEqual([9, null]);
  });

  test("is not said to be none where all its events are in months left out, nor to leave out months of no event", () => {
    const told = network(
      [on("2026-05-12", 3), on("2026-06-16", 9, { spaceId: "puy" })],
      ...(["2026-04-01", "2026-06-30"] as const),
    );
    expect(told.site("cale").named).toMatchObject({ value: null, because: "protects_another" });
    expect(told.site("puy").named).toEqual({ value: 9, without: [], because: null });
  });
});
