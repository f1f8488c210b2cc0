import { expect, test } from "vitest";
import {
  type Alternative,
  type AlternativeSpace,
  alternativesTo,
  seatsNeeded,
  type Wish,
} from "@/lib/bookings/alternatives/rules";
import { day } from "@/lib/core/day";
import { anAlternativeSpace, takenOn } from "@/tests/support/alternative-spaces";

const tuesday = day("2026-06-16");
const mondayMorning = new Date("2026-06-15T06:00:00Z");
const wish: Wish = { slug: "luzech", wanted: { day: tuesday, part: "morning" } };

const short = ({ differs, slug, day: on, part, resource }: Alternative) =>
  [differs, slug, on.slice(5), part, resource.name].join(" ");

const propose = (spaces: AlternativeSpace[], wanted: Wish = wish, at = mondayMorning) =>
  alternativesTo(wanted, spaces, at).map(short);

const full = [takenOn(tuesday, "luzech 1"), takenOn(tuesday, "luzech 2")];
const luzech = anAlternativeSpace("luzech");
const fullLuzech = anAlternativeSpace("luzech", { bookings: full });
const prayssac = anAlternativeSpace("prayssac", { latitude: 44.505, longitude: 1.188 });
const duravel = anAlternativeSpace("duravel", { latitude: 44.516, longitude: 1.082 });

test("another desk at the same moment comes first, then another moment of that day", () => {
  const bookings = full.slice(0, 1);
  expect(propose([anAlternativeSpace("luzech", { bookings }), prayssac])).toEqual([
    "desk luzech 06-16 morning luzech 2",
    "part luzech 06-16 afternoon luzech 2",
    "space prayssac 06-16 morning prayssac 1",
  ]);
});

test("when the space is full all day, the nearest space, then the next two open days", () => {
  expect(propose([duravel, fullLuzech, prayssac])).toEqual([
    "space prayssac 06-16 morning prayssac 1",
    "day luzech 06-17 morning luzech 1",
    "day luzech 06-18 morning luzech 1",
  ]);
});

test("in a network of one full space, its next three open days", () => {
  expect(propose([fullLuzech])).toEqual([
    "day luzech 06-17 morning luzech 1",
    "day luzech 06-18 morning luzech 1",
    "day luzech 06-19 morning luzech 1",
  ]);
});

test("a full neighbour gives way to the next one, and distances are those from the wish", () => {
  const bookings = [takenOn(tuesday, "prayssac 1"), takenOn(tuesday, "prayssac 2")];
  const fullPrayssac = anAlternativeSpace("prayssac", { ...prayssac, bookings });
  const [first, second] = alternativesTo(wish, [fullLuzech, fullPrayssac, duravel], mondayMorning);
  expect(first).toMatchObject({ differs: "space", slug: "duravel" });
  expect(first?.distanceKm).toBeCloseTo(16.8, 1);
  expect(second).toMatchObject({ differs: "day", slug: "luzech", distanceKm: 0 });
});

test("who wants the whole day is offered a half-day of it", () => {
  const bookings = [
    takenOn(tuesday, "luzech 1", "morning"),
    takenOn(tuesday, "luzech 2", "morning"),
  ];
  const busy = anAlternativeSpace("luzech", { bookings });
  expect(propose([busy], { ...wish, wanted: { day: tuesday, part: "day" } })).toEqual([
    "part luzech 06-16 afternoon luzech 1",
    "day luzech 06-17 day luzech 1",
    "day luzech 06-18 day luzech 1",
  ]);
});

test("closed days are passed over, up to two weeks and no further", () => {
  const onMondays = anAlternativeSpace("luzech", { weekdays: [1] });
  expect(propose([onMondays])).toEqual([
    "day luzech 06-22 morning luzech 1",
    "day luzech 06-29 morning luzech 1",
  ]);
  const closedTwoWeeks = {
    startsAt: new Date("2026-06-15T22:00:00Z"),
    endsAt: new Date("2026-06-30T22:00:00Z"),
    reason: "Travaux",
  };
  expect(propose([anAlternativeSpace("luzech", { closures: [closedTwoWeeks] })])).toEqual([]);
});

test("nothing gone by and nothing beyond the horizon is offered", () => {
  const evening = new Date("2026-06-16T15:00:00Z");
  expect(propose([luzech], wish, evening)).toEqual([
    "part luzech 06-16 afternoon luzech 1",
    "day luzech 06-17 morning luzech 1",
    "day luzech 06-18 morning luzech 1",
  ]);
  const near = anAlternativeSpace("luzech", { bookings: full, bookingHorizonDays: 2 });
  expect(propose([near])).toEqual(["day luzech 06-17 morning luzech 1"]);
});

test("who asks for an office is not offered a desk", () => {
  const office = { id: "bureau", kind: "office" as const, name: "Bureau fermé" };
  const withOffice = anAlternativeSpace("prayssac", { ...prayssac, others: [office] });
  const found = propose([luzech, withOffice], { ...wish, kinds: ["office"] });
  expect(found).toEqual(["space prayssac 06-16 morning Bureau fermé"]);
});

test("the very place refused is not offered at that very moment, free as it may be; later it is", () => {
  const alone = { resourceId: "luzech 1" };
  expect(propose([luzech], { ...wish, ...alone })).toEqual([
    "desk luzech 06-16 morning luzech 2",
    "part luzech 06-16 afternoon luzech 1",
    "day luzech 06-17 morning luzech 1",
  ]);
  const nearest = day("2026-06-17");
  expect(propose([luzech], { ...wish, ...alone, nearest })[0]).toBe(
    "day luzech 06-17 morning luzech 1",
  );
});

test("a space that is not of the network has no alternative", () => {
  expect(propose([luzech], { ...wish, slug: "nulle-part" })).toEqual([]);
});

const room = (id: string, capacity: number) =>
  ({ id, kind: "room", name: id, capacity, modes: ["half_day", "day"] }) as const;

test("whoever asked for a room of eight is not offered one of three", () => {
  const here = anAlternativeSpace("luzech", {
    others: [room("grande", 8), room("petite", 3)],
    bookings: [takenOn(tuesday, "grande", "day")],
  });
  const there = anAlternativeSpace("prayssac", {
    ...prayssac,
    others: [room("cagibi", 4), room("atelier", 7)],
  });
  const asked: Wish = { ...wish, resourceId: "grande" };
  expect(propose([here, there], asked)).toEqual([
    "space prayssac 06-16 morning atelier",
    "day luzech 06-17 morning grande",
    "day luzech 06-18 morning grande",
  ]);
  // Three people said so: the small room will do, were it the large one that was asked for.
  expect(propose([here, there], { ...asked, people: 3 })[0]).toBe(
    "desk luzech 06-16 morning petite",
  );
  expect(propose([here, there], { ...asked, people: 9 })).toEqual([]);
});

test("two who come to a desk are not offered a desk for one", () => {
  const office = { id: "bureau", kind: "office" as const, name: "Bureau", capacity: 2 };
  const spaces = [anAlternativeSpace("luzech", { others: [office] })];
  expect(propose(spaces, { ...wish, people: 2 })[0]).toBe("desk luzech 06-16 morning Bureau");
  expect(propose(spaces)[0]).toBe("desk luzech 06-16 morning luzech 1");
});

test.each([
  ["the number asked for, whatever the room", 5, { kind: "room", capacity: 12 }, 5],
  ["a room of eight: a table of seven at least", undefined, { kind: "room", capacity: 8 }, 7],
  ["a room of six: a table of four at least", undefined, { kind: "room", capacity: 6 }, 4],
  ["a room of three: any", undefined, { kind: "room", capacity: 3 }, 1],
  ["a room of thirty: an assembly", undefined, { kind: "room", capacity: 30 }, 20],
  ["a desk that seats two: one may come alone", undefined, { kind: "desk", capacity: 2 }, 1],
  ["no resource asked for: any", undefined, undefined, 1],
] as const)("seats needed: %s", (_name, people, refused, seats) => {
  expect(seatsNeeded(people, refused)).toBe(seats);
});

const summer = (time: string) => new Date(`2026-06-16T${time}:00Z`);
const times = ({ startsAt, endsAt }: Alternative) =>
  [startsAt, endsAt].map((instant) => instant.toISOString().slice(11, 16)).join("-");
const cabin = (own = {}) => ({
  ...{ id: "cabine", kind: "booth" as const, name: "Cabine", modes: ["hour" as const] },
  ...own,
});
const withCabin = anAlternativeSpace("luzech", { others: [cabin()] });
const asksCabin = (wanted: Wish["wanted"]): Wish => ({
  ...{ slug: "luzech", resourceId: "cabine", wanted },
});

test("hours off the steps of a booth, or too short, are offered as they may be had, and two more", () => {
  const odd = { startsAt: summer("08:07"), endsAt: summer("08:17") };
  const found = alternativesTo(asksCabin(odd), [withCabin], mondayMorning);
  expect(found.map((one) => [one.differs, times(one)].join(" "))).toEqual([
    "part 08:00-08:30",
    "day 08:00-08:30",
    "day 08:00-08:30",
  ]);
});

test("a part of the day asked of a booth, which goes by the hour, is offered as hours", () => {
  const wanted = { day: tuesday, part: "morning" as const };
  const [first] = alternativesTo(asksCabin(wanted), [withCabin], mondayMorning);
  expect(first && [first.resource.name, first.part, times(first)]).toEqual([
    ...["Cabine", "hours", "06:30-10:30"],
  ]);
});

test("hours asked of a desk, which goes by the half-day, are offered as the half they are in", () => {
  const hours = { startsAt: summer("12:00"), endsAt: summer("13:00") };
  const asked: Wish = { slug: "luzech", resourceId: "luzech 2", wanted: hours };
  expect(propose([luzech], asked).slice(0, 2)).toEqual([
    "part luzech 06-16 afternoon luzech 1",
    "part luzech 06-16 morning luzech 1",
  ]);
});

test("hours when the space is shut give three places all the same", () => {
  const night = { startsAt: summer("20:00"), endsAt: summer("20:30") };
  const found = alternativesTo(asksCabin(night), [withCabin], mondayMorning);
  expect(found.map((one) => [one.differs, one.day, times(one)].join(" "))).toEqual([
    "part 2026-06-16 16:00-16:30",
    "part 2026-06-16 15:30-16:00",
    "part 2026-06-16 15:00-15:30",
  ]);
});

test("whoever sits somewhere already is offered no seat over it, another moment or a booth they are", () => {
  const seated = [{ startsAt: summer("06:30"), endsAt: summer("16:30") }];
  expect(propose([luzech, prayssac], { ...wish, seated })).toEqual([
    "day luzech 06-17 morning luzech 1",
    "day luzech 06-18 morning luzech 1",
    "day luzech 06-19 morning luzech 1",
  ]);
  const hours = { startsAt: summer("08:00"), endsAt: summer("08:30") };
  const [first] = propose([withCabin], { ...asksCabin(hours), kinds: ["booth"], seated });
  expect(first).toBe("part luzech 06-16 hours Cabine");
});

test("the nearest other space is the one nearest to whoever asks, not to where they asked", () => {
  const home = { latitude: 44.516, longitude: 1.08 };
  const [first] = alternativesTo(
    { ...wish, from: home },
    [fullLuzech, prayssac, duravel],
    mondayMorning,
  );
  expect(first).toMatchObject({ differs: "space", slug: "duravel" });
  expect(first?.distanceKm).toBeLessThan(1);
});

test("too many for a desk, a room that seats them is offered, by the hours it goes by", () => {
  const others = [
    { id: "small", kind: "room" as const, name: "Petite", capacity: 3 },
    { id: "large", kind: "room" as const, name: "Grande", capacity: 8, modes: ["hour" as const] },
  ];
  const roomy = anAlternativeSpace("luzech", { others });
  const asked = { ...wish, resourceId: "luzech 1", people: 5 };
  const [first] = alternativesTo(asked, [roomy], mondayMorning);
  expect(first).toMatchObject({ resource: { name: "Grande" }, part: "hours", day: tuesday });
  expect(alternativesTo({ ...wish, people: 5 }, [roomy], mondayMorning)).toHaveLength(3);
  // Who fits a desk is offered desks.
  const alone = alternativesTo({ ...wish, resourceId: "luzech 1" }, [roomy], mondayMorning);
  expect(alone.map(({ resource }) => resource.name)).not.toContain("Grande");
});

test("hours that cross the lunch of every day lead to other hours, of the days to come as well", () => {
  const shut = { id: "room", kind: "room" as const, name: "Salle", modes: ["hour" as const] };
  const roomy = anAlternativeSpace("luzech", { others: [shut] });
  const wanted = {
    startsAt: new Date("2026-06-16T11:00:00Z"),
    endsAt: new Date("2026-06-16T13:00:00Z"),
  };
  const late = new Date("2026-06-16T15:00:00Z");
  const asked = { ...wish, resourceId: "room", wanted };
  const found = alternativesTo(asked, [roomy], late);
  expect(found.map(({ day: on, startsAt }) => [on, startsAt.toISOString().slice(11, 16)])).toEqual([
    ["2026-06-17", "11:30"],
    ["2026-06-18", "11:30"],
    ["2026-06-19", "11:30"],
  ]);
});
