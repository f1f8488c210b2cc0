import { describe, expect, test } from "vitest";
import { commuteModes } from "@/lib/reports/commutes/schema";
import type { ReportPerson, ReportRows } from "@/lib/reports/indicators/schema";
import { carbonAvoided, commuteAvoided, factorOf } from "@/lib/reports/indicators/travel/rules";
import { usualValues } from "@/lib/reports/travel-assumptions/schema";
import { aStay, countingOf, someRows, someTravel } from "@/tests/support/report-rows";

const june = countingOf("2026-06-01", "2026-06-30");
const weekdays = ["15", "16", "17", "18", "19", "22", "23", "24", "25", "26"];

type Given = Partial<ReportRows["travel"]["commutes"][number]>;

/** Twenty kilometres from work and five from Luzech, by car, as typed. */
const given = (own: Given = {}) => ({
  ...{ personId: "ana", workplaceId: "46042", mode: "car" as const, kmToWork: 20 },
  toSpace: { spaceId: "luzech", km: 5 },
  ...own,
});
const teleworker = (own: Partial<ReportPerson> = {}): ReportPerson => ({
  id: "ana",
  communeId: "46225",
  situation: "teleworker",
  past: [],
  ...own,
});
const tenDays = (personId = "ana") =>
  weekdays.map((date) => aStay({ on: `2026-06-${date}`, personId }));

function rowsOf(commute: Given = {}, own: Partial<ReportRows> = {}): ReportRows {
  return someRows({
    people: [teleworker()],
    bookings: tenDays(),
    travel: someTravel({ commutes: [given(commute)] }),
    ...own,
  });
}

function kilometresIn(rows: ReportRows, counting = june) {
  const reading = commuteAvoided(rows, counting);
  if (reading.kind !== "counted") throw new Error(reading.kind);
  return reading.value;
}
function carbonIn(rows: ReportRows, counting = june) {
  const reading = carbonAvoided(rows, counting);
  if (reading.kind !== "counted") throw new Error(reading.kind);
  return reading.value;
}

describe("home 20 km from work and 5 km from the site, by car, ten days", () => {
  // By hand: 10 × 2 × (20 − 5) = 300 km; 300 × 0.178 = 53.4 kg; 53.4 × (1 − 0.31) = 36.846 kg.
  test("avoid 300 km, 53.4 kg gross and 36.846 kg net", () => {
    expect(kilometresIn(rowsOf()).network).toMatchObject({ persons: 1, personDays: 10, km: 300 });
    const { network } = carbonIn(rowsOf());
    expect(network.grossKg).toBeCloseTo(53.4, 10);
    expect(network.netKg).toBeCloseTo(36.846, 10);
    expect(network.weeklyDays).toBeCloseTo(53.4 / 271, 10);
  });

  test("two in a car avoid half of it, 26.7 kg, on a bus 33.9 kg, on a train 8.31 kg, on a bicycle none", () => {
    const grossOf = (mode: (typeof commuteModes)[number]) =>
      carbonIn(rowsOf({ mode })).network.grossKg;
    expect(grossOf("shared_car")).toBeCloseTo(26.7, 10);
    expect(grossOf("bus")).toBeCloseTo(33.9, 10);
    expect(grossOf("train")).toBeCloseTo(8.31, 10);
    expect(grossOf("active")).toBe(0);
  });

  test("half-days are worth half: ten mornings avoid 150 km", () => {
    const bookings = weekdays.map((date) => aStay({ on: `2026-06-${date}`, part: "morning" }));
    expect(kilometresIn(rowsOf({}, { bookings })).network).toMatchObject({
      personDays: 5,
      km: 150,
    });
  });

  test("a day shared between two sites is half a day at each, whose distances differ", () => {
    const bookings = [
      aStay({ on: "2026-06-16", part: "morning" }),
      aStay({ on: "2026-06-16", part: "afternoon", spaceId: "prayssac" }),
    ];
    // Prayssac is the commune one lives in: nothing to travel there, by the straight line.
    const { network, bySpace } = kilometresIn(rowsOf({}, { bookings }));
    expect(bySpace.get("luzech")).toMatchObject({ personDays: 0.5, km: 15 });
    expect(bySpace.get("prayssac")).toMatchObject({ personDays: 0.5, km: 20 });
    expect(network).toMatchObject({ persons: 1, personDays: 1, km: 35 });
  });
});

test("what is farther than work is kept below zero, and no rebound makes it look better", () => {
  const rows = rowsOf({ kmToWork: 5, toSpace: { spaceId: "luzech", km: 20 } });
  expect(kilometresIn(rows).network.km).toBe(-300);
  const { grossKg, netKg } = carbonIn(rows).network;
  expect(grossKg).toBeCloseTo(-53.4, 10);
  expect(netKg).toBe(grossKg);
});

test("without kilometres typed, the straight line between communes is made longer by detours", () => {
  const bookings = [aStay({ on: "2026-06-16" })];
  // From the centre of Prayssac, 20.6 km from that of Cahors and 8.24 from that of Luzech, as the crow flies.
  const rows = rowsOf({ kmToWork: null, toSpace: null }, { bookings });
  expect(kilometresIn(rows).network.km).toBeCloseTo(2 * 1.3 * (20.6 - 8.24), 1);
});

describe("nobody is counted who is not a salaried teleworker who gave and agreed", () => {
  test.each([
    ["the self-employed", { situation: "self_employed" as const }],
    ["who says nothing of themselves", { situation: null }],
    ["who no longer says where they live", { communeId: null }],
  ])("not %s, whatever they gave", (_who, own) => {
    const reading = kilometresIn(rowsOf({}, { people: [teleworker(own)] }));
    expect(reading.network).toMatchObject({ persons: 0, personDays: 0, km: 0 });
    expect(carbonIn(rowsOf({}, { people: [teleworker(own)] })).network.grossKg).toBeNull();
  });

  test("and how many of the teleworkers present gave nothing is told as a share", () => {
    const people = [teleworker(), teleworker({ id: "bob" }), teleworker({ id: "away" })];
    const reading = kilometresIn(
      rowsOf(
        {},
        { people, bookings: [...tenDays(), aStay({ on: "2026-06-16", personId: "bob" })] },
      ),
    );
    expect(reading.counted).toEqual({ count: 1, of: 2, share: 0.5 });
    expect(reading.gaveNothing).toEqual({ count: 1, of: 2, share: 0.5 });
    expect(reading.countedDays).toEqual({ count: 10, of: 11, share: 10 / 11 });
  });

  test("nor who booked and did not come", () => {
    const bookings = tenDays().map((booking) => ({ ...booking, checkedInAt: null }));
    expect(kilometresIn(rowsOf({}, { bookings })).network.persons).toBe(0);
  });
});

test("each means of transport has its people beside its figure, so that too few can be hidden", () => {
  const commutes = [given(), given({ personId: "bob" }), given({ personId: "cleo", mode: "bus" })];
  const people = ["ana", "bob", "cleo"].map((id) => teleworker({ id }));
  const bookings = people.flatMap(({ id }) => tenDays(id));
  const rows = rowsOf({}, { people, bookings, travel: someTravel({ commutes }) });
  expect(Object.fromEntries(kilometresIn(rows).network.byMode)).toEqual({
    car: { persons: 2, personDays: 20, km: 600 },
    bus: { persons: 1, personDays: 10, km: 300 },
  });
  expect(carbonIn(rows).network.byMode.get("car")).toMatchObject({ persons: 2, personDays: 20 });
});

test("a motorbike, whose factor nobody read, counts in kilometres and is said to have none in kilograms", () => {
  const rows = rowsOf({ mode: "motorbike" });
  expect(kilometresIn(rows).network.km).toBe(300);
  expect(carbonIn(rows).network).toMatchObject({
    ...{ grossKg: null, netKg: null, weeklyDays: null },
    base: { persons: 0, personDays: 0 },
    withoutFactor: { persons: 1, personDays: 10 },
  });
});

test("a factor changed is another version, which the figure says", () => {
  const values = { ...usualValues, carKgPerKm: 0.2 };
  const travel = someTravel({ commutes: [given()], assumptions: { version: 2, values } });
  const reading = carbonIn(rowsOf({}, { travel }));
  expect(reading.network.grossKg).toBeCloseTo(60, 10);
  expect(reading.assumptionsVersion).toBe(2);
  expect(carbonIn(rowsOf()).assumptionsVersion).toBe(1);
});

test("over days that are not whole months nothing is told: two reports a day apart would tell of one person", () => {
  const counting = countingOf("2026-06-01", "2026-06-29");
  expect(commuteAvoided(rowsOf(), counting)).toEqual({ kind: "whole_months_only" });
  expect(carbonAvoided(rowsOf(), counting)).toEqual({ kind: "whole_months_only" });
});

test("the months of both changes of clocks and of a leap day count each day once", () => {
  const one = (month: string, last: string, on: string, hours: [string, string]) => {
    const [startsAt, endsAt] = hours.map((hour) => new Date(`${on}T${hour}:00Z`));
    if (!startsAt || !endsAt) throw new Error("no hours");
    const bookings = [{ ...aStay({ on }), startsAt, endsAt, checkedInAt: startsAt }];
    const counting = countingOf(`${month}-01`, `${month}-${last}`, "2030-01-01T00:00:00Z");
    return kilometresIn(rowsOf({}, { bookings }), counting).network;
  };
  const wholeDay = { personDays: 1, km: 30 };
  expect(one("2027-03", "31", "2027-03-28", ["06:00", "16:00"])).toMatchObject(wholeDay);
  expect(one("2027-10", "31", "2027-10-31", ["07:00", "17:00"])).toMatchObject(wholeDay);
  expect(one("2028-02", "29", "2028-02-29", ["07:00", "17:00"])).toMatchObject(wholeDay);
});

test("each means of transport has a factor, or says that none is known", () => {
  const factors = commuteModes.map((mode) => factorOf(mode, usualValues));
  expect(factors).toEqual([0.178, 0.089, null, 0.113, 0.0277, 0]);
});
