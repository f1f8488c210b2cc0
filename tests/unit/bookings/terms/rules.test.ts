import { expect, test } from "vitest";
import { decideTerms, isNameTaken } from "@/lib/bookings/terms/rules";
import { day } from "@/lib/core/day";
import { firstSetup } from "@/lib/spaces/resources/rules";
import type { ResourceSetup } from "@/lib/spaces/resources/schema";

const today = day("2026-06-15");
const before = { ...firstSetup("room", day("2026-01-05")), name: "Salle", partIds: ["left"] };
const links = [
  { wholeId: "room", partId: "left" },
  { wholeId: "hall", partId: "room" },
];
const on = (text: string, resourceId = "room", people = 1) => ({
  resourceId,
  day: day(text),
  companions: Array.from({ length: people - 1 }, (_, index) => `Avec ${index}`),
  people: null as number | null,
});

function decide(change: Partial<ResourceSetup>, standing: ReturnType<typeof on>[] = []) {
  const decided = decideTerms(
    before,
    { ...before, ...change },
    {
      ...{ id: "room", links, standing, today },
    },
  );
  return decided && [decided.refusal, decided.data];
}

test("how a resource is booked may change whatever stands on it", () => {
  const change = { modes: ["day" as const], quotaCount: 1, needsApproval: true, name: "Autre" };
  expect(decide({ ...change, bufferAfterMinutes: 60 }, [on("2026-06-20")])).toBeNull();
});

test.each([
  ["the day it entered service is over", { inServiceFrom: day("2026-07-01") }],
  ["it left service before today", { inServiceUntil: day("2026-06-14") }],
])("%s: the past is not rewritten", (_case, change) => {
  expect(decide(change)).toEqual(["past_day", undefined]);
});

test("it leaves service from today on, or enters it later when it has not yet", () => {
  expect(decide({ inServiceUntil: today })).toBeNull();
  const coming = { ...before, inServiceFrom: day("2026-07-01") };
  const facts = { id: "room", links, standing: [], today };
  const from = (text: string) => ({ ...coming, inServiceFrom: day(text) });
  expect(decideTerms(coming, from("2026-08-01"), facts)).toBeNull();
  expect(decideTerms(coming, from("2026-06-15"), facts)).toBeNull();
  expect(decideTerms(coming, from("2026-06-14"), facts)?.refusal).toBe("past_day");
});

test("out of service it goes once nothing stands on it from that day on, half-open", () => {
  const until = { inServiceUntil: day("2026-06-20") };
  expect(decide(until, [on("2026-06-19"), on("2026-06-25", "hall")])).toBeNull();
  expect(decide(until, [on("2026-06-24"), on("2026-06-20"), on("2026-06-19")])).toEqual([
    "service_booked",
    { count: 2, first: "2026-06-20", last: "2026-06-24" },
  ]);
});

test("its parts change once nothing stands on it, nor on what contains it", () => {
  const data = { count: 1, first: "2026-06-20", last: "2026-06-20" };
  for (const partIds of [[], ["right"], ["left", "right"]]) {
    expect(decide({ partIds })).toBeNull();
    expect(decide({ partIds }, [on("2026-06-20")])).toEqual(["places_booked", data]);
    expect(decide({ partIds }, [on("2026-06-20", "hall")])).toEqual(["places_booked", data]);
  }
});

test("it is not made of itself", () => {
  expect(decide({ partIds: ["room"] })?.[0]).toBe("part_of_itself");
  expect(decide({ partIds: ["hall"] })?.[0]).toBe("part_of_itself");
});

test("it keeps the seats that people have booked", () => {
  const booked = [on("2026-06-20", "room", 4), on("2026-06-21", "room", 6)];
  expect(decide({ capacity: 6 }, booked)).toBeNull();
  expect(decide({ capacity: 5 }, booked)).toEqual([
    "capacity_booked",
    { count: 1, first: "2026-06-21", last: "2026-06-21" },
  ]);
  expect(decide({ capacity: 1 }, [on("2026-06-21", "hall", 6)])).toBeNull();
});

test("it keeps the ceiling that the seats of an event are under", () => {
  const event = { ...on("2026-06-20"), people: 30 };
  expect(decide({ capacity: 12, mostPeople: 30 }, [event])).toBeNull();
  expect(decide({ capacity: 12, mostPeople: null }, [event])?.[0]).toBe("capacity_booked");
});

test("a name is taken by another resource alone, capitals or not", () => {
  const resources = [
    { id: "1", name: "Écran 1" },
    { id: "2", name: "Poste 2" },
  ];
  expect(isNameTaken(resources, ["Écran 3", "écran 1"])).toBe(true);
  expect(isNameTaken(resources, ["Écran 1"], "1")).toBe(false);
  expect(isNameTaken(resources, ["Poste 2"], "1")).toBe(true);
});
