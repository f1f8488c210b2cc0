import { describe, expect, test } from "vitest";
import { day } from "@/lib/core/day";
import { usersByProfile, usersByResidence } from "@/lib/reports/indicators/origins/rules";
import type { ReportPerson } from "@/lib/reports/indicators/schema";
import { aStay, countingOf, someRows } from "@/tests/support/report-rows";

const commune = (insee: string, own: object = {}) => ({
  insee,
  name: insee,
  epci: "Vallée du Lot",
  isMember: true,
  nearestBourg: null,
  population: 1_000,
  ...own,
});
const rows = someRows({
  bookings: ["ana", "bob", "cleo", "dan", "eve"].flatMap((personId) => [
    aStay({ on: "2026-06-16", personId }),
    aStay({ on: "2026-06-17", personId, spaceId: "prayssac" }),
  ]),
  people: [
    { id: "ana", communeId: "46182", situation: "teleworker", past: [] },
    { id: "bob", communeId: "46225", situation: "self_employed", past: [] },
    { id: "cleo", communeId: "46042", situation: "teleworker", past: [] },
    { id: "dan", communeId: "75056", situation: null, past: [] },
    { id: "zoe", communeId: "46182", situation: "resident", past: [] },
  ],
  communes: [
    commune("46182"),
    commune("46225", { population: 3_000 }),
    commune("46042", { isMember: false, epci: "Grand Cahors" }),
    commune("75056", { isMember: false, epci: null }),
  ],
});
const june = countingOf("2026-06-01", "2026-06-30");

test("each person present is somewhere once: the network, a neighbour, elsewhere or unsaid", () => {
  expect(usersByResidence(rows, june)).toEqual({
    kind: "counted",
    value: {
      byCommune: new Map([
        ["46182", 1],
        ["46225", 1],
        ["46042", 1],
        ["75056", 1],
        ["", 1],
      ]),
      members: 2,
      neighbours: 1,
      elsewhere: 1,
      unsaid: 1,
      perThousand: 0.5,
    },
  });
});

test("a commune whose inhabitants are not known gives no rate", () => {
  const communes = [commune("46182", { population: null })];
  const reading = usersByResidence({ ...rows, communes }, june);
  expect(reading).toMatchObject({ value: { perThousand: null } });
});

test("profiles are those said by whoever was present, others unsaid", () => {
  expect(usersByProfile(rows, june)).toMatchObject({
    value: { teleworker: 2, self_employed: 1, resident: 0, unsaid: 2 },
  });
});

describe("somebody who says something else later", () => {
  const past = [
    { situation: "project_holder" as const, until: day("2026-06-17") },
    { situation: "student_entrepreneur" as const, until: day("2026-07-02") },
  ];
  const zoe = { id: "zoe", communeId: null, situation: "self_employed" as const, past };
  const stays = ["2026-06-16", "2026-06-30", "2026-07-01", "2026-07-02", "2026-08-04"];
  const saidOver = (first: string, last: string, who: ReportPerson = zoe) => {
    const bookings = stays.map((on) => aStay({ on, personId: "zoe" }));
    const reading = usersByProfile(someRows({ bookings, people: [who] }), countingOf(first, last));
    return reading.kind === "counted"
      ? Object.entries(reading.value).flatMap(([said, count]) => (count > 0 ? said : []))
      : [];
  };

  test("is counted once, as what they said on the last day they came in the period", () => {
    expect(saidOver("2026-06-01", "2026-06-30")).toEqual(["student_entrepreneur"]);
    expect(saidOver("2026-07-01", "2026-07-31")).toEqual(["self_employed"]);
    expect(saidOver("2026-06-01", "2026-07-31")).toEqual(["self_employed"]);
    expect(saidOver("2026-08-01", "2026-08-31")).toEqual(["self_employed"]);
  });

  test("is what they said on the day they changed it, and the day before what they had said", () => {
    const until = (changed: string) =>
      saidOver("2026-06-01", "2026-06-30", {
        ...zoe,
        past: [{ situation: "project_holder", until: day(changed) }],
      });
    expect(until("2026-07-01")).toEqual(["project_holder"]);
    expect(until("2026-06-30")).toEqual(["self_employed"]);
  });

  test("who says nothing any more was what they said as long as they did", () => {
    const silent = { ...zoe, situation: null };
    expect(saidOver("2026-06-01", "2026-06-30", silent)).toEqual(["student_entrepreneur"]);
    expect(saidOver("2026-08-01", "2026-08-31", silent)).toEqual(["unsaid"]);
  });
});

test("neither is told over dates that are not whole months", () => {
  const dates = countingOf("2026-06-01", "2026-06-29");
  expect(usersByResidence(rows, dates)).toEqual({ kind: "whole_months_only" });
  expect(usersByProfile(rows, dates)).toEqual({ kind: "whole_months_only" });
});
