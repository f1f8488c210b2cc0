import { expect, test } from "vitest";
import { allowedAmong, holdsThen } from "@/lib/bookings/requirements/rules";

const desk = { id: "desk", habilitationId: null };
const laser = { id: "laser", habilitationId: "laser" };
const startsAt = new Date("2026-06-16T06:30:00Z");

test("what asks for nothing is anybody's, the rest is whose habilitation it is", () => {
  expect(allowedAmong([desk, laser], new Set())).toEqual([desk]);
  expect(allowedAmong([desk, laser], new Set(["laser"]))).toEqual([desk, laser]);
  expect(allowedAmong([laser], new Set(["keys"]))).toEqual([]);
});

test("it is held when the booking begins, or it is not", () => {
  const until = (text: string) => [
    { habilitationId: "laser", expiresAt: new Date(text), revokedAt: null },
  ];
  expect(holdsThen(laser, { grants: until("2026-06-16T06:31:00Z") }, { startsAt })).toBe(true);
  expect(holdsThen(laser, { grants: until("2026-06-16T06:30:00Z") }, { startsAt })).toBe(false);
  expect(holdsThen(laser, {}, { startsAt })).toBe(false);
  expect(holdsThen(desk, {}, { startsAt })).toBe(true);
});
