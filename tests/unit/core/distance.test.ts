import { expect, test } from "vitest";
import { distanceKm } from "@/lib/core/distance";

test("Luzech and Prayssac are eight kilometres apart as the crow flies", () => {
  const luzech = { latitude: 44.47825, longitude: 1.28675 };
  const prayssac = { latitude: 44.5043, longitude: 1.18778 };
  expect(distanceKm(luzech, prayssac)).toBeCloseTo(8.37, 1);
  expect(distanceKm(prayssac, luzech)).toBe(distanceKm(luzech, prayssac));
  expect(distanceKm(luzech, luzech)).toBe(0);
});
