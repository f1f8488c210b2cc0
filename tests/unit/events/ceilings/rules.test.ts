import { expect, test } from "vitest";
import { mostOf, peakOf } from "@/lib/events/ceilings/rules";

const hour = (from: number, until: number) => ({
  startsAt: new Date(Date.UTC(2026, 5, 18, from)),
  endsAt: new Date(Date.UTC(2026, 5, 18, until)),
});

test("people are counted at the fullest instant, not added over the day", () => {
  const crowds = [
    { ...hour(8, 12), people: 3 },
    { ...hour(12, 18), people: 4 },
    { ...hour(15, 16), people: 2 },
  ];
  expect(peakOf(crowds, hour(9, 18))).toBe(6);
  expect(peakOf(crowds, hour(9, 15))).toBe(4);
  expect(peakOf(crowds, hour(16, 17))).toBe(4);
  expect(peakOf([], hour(9, 18))).toBe(0);
});

test("whoever leaves as others come is not counted with them, nor whoever came before and stays left out", () => {
  const crowds = [
    { ...hour(8, 10), people: 5 },
    { ...hour(10, 11), people: 5 },
  ];
  expect(peakOf(crowds, hour(9, 11))).toBe(5);
  expect(peakOf(crowds, hour(10, 12))).toBe(5);
  expect(peakOf(crowds, hour(11, 12))).toBe(0);
});

test("the nearer of the room and of the house is the ceiling; a house that says none has none", () => {
  expect(mostOf({ room: 12, house: null, others: 40 })).toBe(12);
  expect(mostOf({ room: 12, house: 40, others: 30 })).toBe(10);
  expect(mostOf({ room: null, house: 40, others: 50 })).toBe(0);
  expect(mostOf({ room: null, house: null, others: 3 })).toBeNull();
  expect(mostOf({ room: 12, house: 40, others: 3 })).toBe(12);
});
