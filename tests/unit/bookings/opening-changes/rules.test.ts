import { expect, test } from "vitest";
import {
  decideChange,
  editOf,
  firstDayOf,
  type KnownRule,
  leftOutside,
  readOpeningSearch,
  withEdit,
} from "@/lib/bookings/opening-changes/rules";
import { changeOpeningInput, type OpeningChange } from "@/lib/bookings/opening-changes/schema";
import { day } from "@/lib/core/day";
import { weeklyHours } from "@/lib/spaces/opening-hours/rules";
import { aPlainCalendar, plainRule } from "@/tests/support/plain-values";

const today = day("2026-06-15");
const tuesday = day("2026-06-16");
const rule = (id: string, own: Partial<KnownRule> = {}): KnownRule => ({
  id,
  ...plainRule({ weekday: 2, startMinute: 510, endMinute: 750, ...own }),
});
const hours = [{ startMinute: 540, endMinute: 720, state: "staffed" as const }];
const week = (own: Partial<Extract<OpeningChange, { kind: "week" }>> = {}): OpeningChange => ({
  kind: "week",
  weekdays: [2],
  from: tuesday,
  mode: "replace",
  everyWeeks: 1,
  season: "always",
  staffName: null,
  hours,
  ...own,
});
const calendar = (rules: KnownRule[], own = {}) => aPlainCalendar({ rules, ...own });
const refusalOf = (rules: KnownRule[], change: OpeningChange, own = {}) =>
  decideChange(calendar(rules, own), rules, change, today);

test("hours replaced from a day on: what has begun ends and is kept, what has not is dropped", () => {
  const rules = [
    rule("begun", { validFrom: day("2020-01-01") }),
    rule("always"),
    rule("coming", { validFrom: day("2026-09-01") }),
    rule("ended", { validUntil: day("2026-01-01") }),
    rule("friday", { weekday: 5 }),
  ];
  const edit = editOf(rules, week());
  expect(edit.ended.map(({ id }) => id)).toEqual(["begun", "always"]);
  expect(edit.removed).toEqual(["coming"]);
  const after = withEdit(calendar(rules), rules, edit);
  const startOn = (on: string) => weeklyHours(after, day(on)).map(({ startMinute }) => startMinute);
  expect(startOn("2026-06-09")).toEqual([510, 510]);
  expect(startOn("2026-06-16")).toEqual([540]);
  expect(startOn("2026-06-19")).toEqual([510]);
});

test("every second week begins with the week of the day asked for", () => {
  const edit = editOf([], week({ everyWeeks: 2, mode: "add" }));
  const after = withEdit(calendar([]), [], edit);
  const isOpen = (on: string) => weeklyHours(after, day(on)).length === 1;
  expect(["2026-06-09", "2026-06-16", "2026-06-23", "2026-06-30"].map(isOpen)).toEqual([
    false,
    true,
    false,
    true,
  ]);
});

test("no hours instead of those there are is closed; no hours besides them is nothing", () => {
  const rules = [rule("one")];
  expect(refusalOf(rules, week({ hours: [] }))).toBeNull();
  expect(refusalOf(rules, week({ hours: [], mode: "add" }))).toBe("no_hours");
  expect(refusalOf([], week({ hours: [] }))).toBe("nothing_changes");
});

test.each<
  [string, Partial<KnownRule>, Partial<Extract<OpeningChange, { kind: "week" }>>, string | null]
>([
  ["the same hours", {}, {}, "hours_overlap"],
  ["another weekday", { weekday: 3 }, {}, null],
  ["hours that only touch", { startMinute: 720 }, {}, null],
  ["the other season", { season: "school_term" }, { season: "school_holidays" }, null],
  ["one season and always", { season: "school_term" }, {}, "hours_overlap"],
  ["the other week", { everyWeeks: 2, weekOffset: 0 }, { everyWeeks: 2 }, null],
  ["the same week", { everyWeeks: 2, weekOffset: 1 }, { everyWeeks: 2 }, "hours_overlap"],
  ["hours that end before", { validUntil: tuesday }, {}, null],
])("added besides %s", (_name, known, own, refusal) => {
  expect(refusalOf([rule("one", known)], week({ mode: "add", ...own }))).toBe(refusal);
});

test("the past is not rewritten", () => {
  expect(refusalOf([rule("one")], week({ from: day("2026-06-14") }))).toBe("past_day");
  const exception = { kind: "exception" as const, day: day("2026-06-14"), hours, reason: null };
  expect(refusalOf([], exception)).toBe("past_day");
  expect(firstDayOf(exception)).toBe("2026-06-14");
});

test("a line ends by itself; an unknown one is nothing", () => {
  const rules = [rule("one"), rule("two", { startMinute: 800, endMinute: 900 })];
  const end = (ruleId: string) => ({ kind: "end" as const, ruleId, from: tuesday });
  expect(editOf(rules, end("two")).ended).toEqual([{ id: "two", validUntil: tuesday }]);
  expect(refusalOf(rules, end("gone"))).toBe("nothing_changes");
});

test("an exceptional day comes, gives way to another, and goes", () => {
  const exception = { day: tuesday, intervals: [], reason: "Fête" };
  const come = { kind: "exception" as const, day: tuesday, hours, reason: "Portes ouvertes" };
  const own = { exceptions: [exception] };
  expect(withEdit(calendar([], own), [], editOf([], come)).exceptions).toEqual([
    { day: tuesday, intervals: hours, reason: "Portes ouvertes" },
  ]);
  const usual = { kind: "usual" as const, day: tuesday };
  expect(withEdit(calendar([], own), [], editOf([], usual)).exceptions).toEqual([]);
  expect(refusalOf([], usual, own)).toBeNull();
  expect(refusalOf([], usual)).toBe("nothing_changes");
});

const booked = (part: "morning" | "day" | "hours", startsAt: string, endsAt: string) => ({
  day: tuesday,
  part,
  startsAt: new Date(`2026-06-16T${startsAt}:00Z`),
  endsAt: new Date(`2026-06-16T${endsAt}:00Z`),
});

test("bookings that fitted and fit no longer are left outside, whatever is closed", () => {
  const rules = [rule("morning"), rule("afternoon", { startMinute: 810, endMinute: 1_110 })];
  const morning = booked("morning", "06:30", "10:30");
  const whole = booked("day", "06:30", "16:30");
  const early = booked("hours", "06:30", "07:30");
  const late = booked("hours", "08:00", "09:00");
  const kept = booked("hours", "18:00", "19:00");
  const closures = [{ startsAt: morning.startsAt, endsAt: morning.endsAt, reason: "x" }];
  const before = calendar(rules, { closures });
  const left = (change: OpeningChange) =>
    leftOutside(before, withEdit(before, rules, editOf(rules, change)), [
      morning,
      whole,
      early,
      late,
      kept,
    ]);
  // 9 h – 12 h instead of 8 h 30 – 12 h 30, and no afternoon.
  expect(left(week())).toEqual([morning, whole, early]);
  const event = { ...early, source: "event" };
  const shorter = withEdit(before, rules, editOf(rules, week()));
  expect(leftOutside(before, shorter, [event])).toEqual([]);
  const longer = [{ startMinute: 480, endMinute: 1_320, state: "staffed" as const }];
  expect(left(week({ hours: longer }))).toEqual([]);
  const closed = { kind: "exception" as const, day: tuesday, hours: [], reason: null };
  expect(left(closed)).toEqual([morning, whole, early, late]);
});

test("a change is read from an address and sent on as it was read", () => {
  const query = {
    changement: "week",
    jours: ["1", "3"],
    des: "2026-06-22",
    mode: "replace",
    semaines: "2",
    saison: "school_term",
    qui: "Jeanne",
    de1: "09:00",
    a1: "12:30",
    de2: "",
  };
  const search = readOpeningSearch(query);
  expect(search.change).toEqual({
    kind: "week",
    weekdays: [1, 3],
    from: day("2026-06-22"),
    mode: "replace",
    everyWeeks: 2,
    season: "school_term",
    staffName: "Jeanne",
    hours: [{ startMinute: 540, endMinute: 750, state: "staffed" }],
  });
  const sent = { slug: "luzech", change: search.text, list: "0".repeat(64), all: "cancel" };
  expect(changeOpeningInput.parse(sent)).toMatchObject({ change: search.change, choices: {} });
  expect(readOpeningSearch({})).toMatchObject({ change: null, isUnreadable: false });
});

test.each([
  { changement: "week", jours: "8", des: "2026-06-22", mode: "add" },
  { changement: "week", jours: "1", des: "2026-02-30", mode: "add" },
  { changement: "week", jours: "1", des: "2026-06-22", mode: "add", de1: "09:00" },
  { changement: "week", jours: "1", des: "2026-06-22", mode: "add", de1: "12:00", a1: "09:00" },
  {
    changement: "exception",
    jour: "2026-06-22",
    de1: "09:00",
    a1: "12:00",
    de2: "11:00",
    a2: "13:00",
  },
  { changement: "end", ligne: "x", des: "2026-06-22" },
  { changement: "burn" },
])("%o cannot be read", (query) => {
  expect(readOpeningSearch(query)).toMatchObject({ change: null, isUnreadable: true });
  expect(
    changeOpeningInput.safeParse({ slug: "x", change: "{", list: "", all: "keep" }).success,
  ).toBe(false);
});
