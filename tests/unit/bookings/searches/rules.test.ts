import { expect, test } from "vitest";
import {
  decidePlace,
  idOf,
  lackOf,
  offersParts,
  ofPlace,
  readSearch,
} from "@/lib/bookings/searches/rules";
import { day } from "@/lib/core/day";
import { plainResource } from "@/tests/support/plain-values";

const today = day("2026-06-17");

test("without a wish, tomorrow, the whole day, any place", () => {
  expect(readSearch({}, today)).toEqual({
    day: "2026-06-18",
    part: "day",
    kinds: ["desk", "office"],
    kind: null,
    features: [],
    hours: null,
    people: null,
    typedHours: { from: "", until: "" },
    hoursProblem: null,
    commune: null,
    problem: null,
    typed: "",
  });
});

test("a wish is read from the address", () => {
  const search = readSearch(
    { jour: "2026-06-17", moment: "morning", type: "office", autour: "46182" },
    today,
  );
  expect(search).toMatchObject({
    day: "2026-06-17",
    part: "morning",
    kinds: ["office"],
    commune: "46182",
    problem: null,
  });
});

test.each([
  ["2026-02-30", "not_a_date"],
  ["demain", "not_a_date"],
  ["\0", "not_a_date"],
  ["9".repeat(1_000_000), "not_a_date"],
  ["2026-06-16", "past"],
])("« %.20s » is said to be %s and gives way to tomorrow", (jour, problem) => {
  expect(readSearch({ jour }, today)).toMatchObject({ day: "2026-06-18", problem });
});

test("nonsense elsewhere is as if absent", () => {
  const search = readSearch(
    {
      jour: ["2026-06-20", "x"],
      moment: "__proto__",
      type: "bateau",
      atout: "or",
      autour: "'; drop",
    },
    today,
  );
  expect(search).toMatchObject({
    day: "2026-06-20",
    part: "day",
    kind: null,
    features: [],
    hours: null,
    commune: null,
  });
});

test("hours, features and the kind of a room are read from the address", () => {
  const asked = { type: "room", atout: ["screen", "window"], de: "09:00", a: "10:30" };
  expect(readSearch(asked, today)).toMatchObject({
    kinds: ["room"],
    features: ["window", "screen"],
    hours: { startMinute: 540, endMinute: 630 },
  });
});

test.each([
  ["10:00", "09:00", "backwards"],
  ["10:00", "10:00", "backwards"],
  ["10:00", "", "no_end"],
  ["", "11:00", "no_start"],
  ["9h", "11:00", "not_hours"],
  ["10:00", "25:00", "not_hours"],
  ["demain", "", "not_hours"],
])("hours from « %s » until « %s » are said to be %s, with what was typed", (de, a, problem) => {
  expect(readSearch({ de, a, moment: "morning" }, today)).toMatchObject({
    hours: null,
    part: "morning",
    problem: null,
    hoursProblem: problem,
    typedHours: { from: de, until: a },
  });
});

test("hours that are well, or none, are no problem, and a wrong day leaves them", () => {
  expect(readSearch({ de: "09:00", a: "10:00" }, today).hoursProblem).toBeNull();
  expect(readSearch({ de: "", a: "" }, today).hoursProblem).toBeNull();
  const both = readSearch({ jour: "demain", de: "11:00", a: "10:00" }, today);
  expect(both).toMatchObject({ problem: "not_a_date", hoursProblem: "backwards" });
  expect(readSearch({ de: "9".repeat(500), a: "10:00" }, today).typedHours.from).toHaveLength(40);
});

test("the place named decides the kind, unless that kind is among those asked for", () => {
  const any = readSearch({}, today);
  const room = plainResource({ id: "r", kind: "room" });
  expect(ofPlace(any, room)).toMatchObject({ kind: "room", kinds: ["room"] });
  expect(ofPlace(any, plainResource({ id: "d", kind: "desk" }))).toBe(any);
  expect(ofPlace(any, undefined)).toBe(any);
  const office = readSearch({ type: "office" }, today);
  expect(ofPlace(office, room)).toMatchObject({ kind: "room", kinds: ["room"] });
});

test("a place named is had by the part, or it is said why not", () => {
  const resources = [
    plainResource({ id: "screen", kind: "equipment", modes: ["day"] }),
    plainResource({ id: "old", inServiceUntil: day("2026-06-18") }),
  ];
  const decided = (id: string, part: "morning" | "day", on = "2026-06-17") =>
    decidePlace(resources, id, { day: day(on), part });
  expect(decided("", "morning")).toBeNull();
  expect(decided("screen", "day")).toBeNull();
  expect(decided("screen", "morning")).toBe("mode_not_offered");
  expect(decided("old", "morning")).toBeNull();
  expect(decided("old", "morning", "2026-06-18")).toBe("not_bookable");
  expect(decided("elsewhere", "day")).toBe("not_bookable");
});

test("a kind that goes by the hour alone offers no part of a day", () => {
  const booth = plainResource({ id: "b", kind: "booth", modes: ["hour"] });
  const screen = plainResource({ id: "s", kind: "equipment", modes: ["day"] });
  expect(offersParts([booth, screen], ["booth"])).toBe(false);
  expect(offersParts([booth, screen], ["equipment"])).toBe(true);
  expect(offersParts([booth, screen], ["room"])).toBe(false);
});

test.each([
  ["8", 8],
  ["99", 99],
  ["0", null],
  ["-3", null],
  ["100", null],
  ["huit", null],
])("« %s » people are read as %s", (personnes, people) => {
  expect(readSearch({ personnes }, today).people).toBe(people);
});

const known = "0197f3a2-5b7c-7d10-8c9e-3f6a1b2c4d5e";

test("an identifier is read from the address, the first of several", () => {
  expect(idOf(known)).toBe(known);
  expect(idOf([known, "x"])).toBe(known);
});

test.each([
  ["nothing", undefined],
  ["an empty list", []],
  ["dashes alone", "-".repeat(36)],
  ["the dashes elsewhere", "0197f3a25b7c7d108c9e3f6a1b2c4d5e----"],
  ["a word", "__proto__"],
  ["one too many after nonsense", ["x", known]],
])("no identifier is read from %s", (_what, value) => {
  expect(idOf(value)).toBeNull();
});

test("a space lacks the kind, the features, or anything booked for such a moment, whatever the day", () => {
  const resources = [
    plainResource({ id: "d", kind: "desk", features: ["window" as const], capacity: 1 }),
    plainResource({ id: "b", kind: "booth", modes: ["hour"], features: [], capacity: 2 }),
    plainResource({ id: "s", kind: "equipment", modes: ["day"], features: [], capacity: 1 }),
  ];
  const lack = (parameters: Parameters<typeof readSearch>[0]) =>
    lackOf(resources, readSearch(parameters, today));
  expect(lack({ moment: "morning" })).toBeNull();
  expect(lack({ type: "room" })).toBe("kind");
  expect(lack({ type: "desk", atout: "window" })).toBeNull();
  expect(lack({ type: "desk", atout: ["window", "standing"] })).toBe("features");
  expect(lack({ type: "booth", atout: "standing" })).toBe("features");
  expect(lack({ type: "booth", moment: "morning" })).toBeNull();
  expect(lack({ type: "booth", moment: "morning", personnes: "3" })).toBe("people");
  expect(lack({ type: "equipment", moment: "day" })).toBeNull();
  expect(lack({ type: "equipment", moment: "morning" })).toBe("moment");
  expect(lack({ type: "desk", de: "10:00", a: "11:00" })).toBe("moment");
  expect(lack({ de: "10:00", a: "11:00" })).toBeNull();
  expect(lackOf(resources.slice(0, 1), readSearch({ de: "10:00", a: "11:00" }, today))).toBe(
    "moment",
  );
});
