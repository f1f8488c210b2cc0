import { expect, test } from "vitest";
import { usersByProfile, usersByResidence } from "@/lib/reports/indicators/origins/rules";
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
    { id: "ana", communeId: "46182", situation: "teleworker" },
    { id: "bob", communeId: "46225", situation: "self_employed" },
    { id: "cleo", communeId: "46042", situation: "teleworker" },
    { id: "dan", communeId: "75056", situation: null },
    { id: "zoe", communeId: "46182", situation: "resident" },
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

test("neither is told over dates that are not whole months", () => {
  const dates = countingOf("2026-06-01", "2026-06-29");
  expect(usersByResidence(rows, dates)).toEqual({ kind: "whole_months_only" });
  expect(usersByProfile(rows, dates)).toEqual({ kind: "whole_months_only" });
});
