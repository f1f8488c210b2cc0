import { expect, test } from "vitest";
import { changesBetween, readValues } from "@/lib/reports/travel-assumptions/rules";
import {
  assumptionNames,
  keptValues,
  termsOf,
  usualValues,
} from "@/lib/reports/travel-assumptions/schema";

/** As the form is drawn, before anybody types in it. */
const drawn = Object.fromEntries(
  assumptionNames.map((name) => [name, String(usualValues[name] ?? "").replace(".", ",")]),
) as Record<(typeof assumptionNames)[number], string>;

test("the platform comes with what ADEME and our own hypotheses say", () => {
  expect(usualValues).toEqual({
    carKgPerKm: 0.178,
    sharedCarPeople: 2,
    motorbikeKgPerKm: null,
    busKgPerKm: 0.113,
    trainKgPerKm: 0.0277,
    activeKgPerKm: 0,
    detourFactor: 1.3,
    reboundPercent: 31,
    yardstickKg: 271,
  });
  expect(keptValues.parse({})).toEqual(usualValues);
});

test("numbers are read with a comma or a point; what nobody knows may be left empty", () => {
  expect(readValues(drawn)).toEqual({ values: usualValues });
  expect(readValues({ ...drawn, carKgPerKm: "0.2", motorbikeKgPerKm: " 0,18 " })).toMatchObject({
    values: { carKgPerKm: 0.2, motorbikeKgPerKm: 0.18 },
  });
});

test("each value that cannot be is named, and only those", () => {
  const wrong = {
    carKgPerKm: "beaucoup",
    detourFactor: "0,9",
    reboundPercent: "",
    trainKgPerKm: "-1",
  };
  expect(readValues({ ...drawn, ...wrong })).toEqual({
    wrong: ["carKgPerKm", "trainKgPerKm", "detourFactor", "reboundPercent"],
  });
});

test("both ends of the bounds may be, and nothing beyond", () => {
  for (const name of assumptionNames) {
    const { least, most } = termsOf(name);
    for (const value of [least, most]) {
      expect([name, readValues({ ...drawn, [name]: String(value) })]).toMatchObject([
        name,
        { values: { [name]: value } },
      ]);
    }
    expect(readValues({ ...drawn, [name]: String(most + 1) })).toEqual({ wrong: [name] });
  }
});

test("what changed from one version to the next is told with what it was", () => {
  expect(changesBetween(usualValues, { ...usualValues, reboundPercent: 20 })).toEqual([
    { name: "reboundPercent", before: 31, after: 20 },
  ]);
  expect(changesBetween(usualValues, usualValues)).toEqual([]);
});
