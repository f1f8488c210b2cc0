import { expect, test } from "vitest";
import { distanceKm, estimatedTrip } from "@/lib/core/distance";

test("Luzech and Prayssac are eight kilometres apart as the crow flies", () => {
  const luzech = { latitude: 44.47825, longitude: 1.28675 };
  const prayssac = { latitude: 44.5043, longitude: 1.18778 };
  expect(distanceKm(luzech, prayssac)).toBeCloseTo(8.37, 1);
  expect(distanceKm(prayssac, luzech)).toBe(distanceKm(luzech, prayssac));
  expect(distanceKm(luzech, luzech)).toBe(0);
});

test("a trip by car is longer than the straight line, and said in round minutes", () => {
  expect(estimatedTrip(8.37)).toEqual({ km: 11, minutes: 15 });
  expect(estimatedTrip(0.2)).toEqual({ km: 0, minutes: 5 });
  expect(estimatedTrip(20)).toEqual({ km: 26, minutes: 30 });
});

test("of two places the nearer in a straight line is never the longer trip", () => {
  const trips = Array.from({ length: 120 }, (_, index) => estimatedTrip(index / 2));
  trips.slice(1).forEach((trip, index) => {
    const before = trips[index] ?? trip;
    expect(trip.km).toBeGreaterThanOrEqual(before.km);
    expect(trip.minutes).toBeGreaterThanOrEqual(before.minutes);
  });
});
