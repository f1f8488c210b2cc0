import { expect, test } from "vitest";
import {
  alternativeAddress,
  bookingAddress,
  dayOfHoursAddress,
  hoursAddress,
} from "@/lib/bookings/addresses/rules";
import { day } from "@/lib/core/day";

const tuesday = day("2026-06-16");
const place = { slug: "luzech", timeZone: "Europe/Paris", day: tuesday };
const hours = {
  startsAt: new Date("2026-06-16T08:00:00Z"),
  endsAt: new Date("2026-06-16T09:30:00Z"),
};

test("a part of a day leads to the booking page, with the place or its kind when they are known", () => {
  const asked = { ...place, part: "morning" as const };
  expect(bookingAddress(asked)).toBe("/reserver?lieu=luzech&jour=2026-06-16&moment=morning");
  expect(bookingAddress({ ...asked, kind: "office" })).toMatch(/&type=office$/);
  expect(bookingAddress({ ...asked, resource: { id: "a" } })).toMatch(/&poste=a$/);
  expect(bookingAddress({ ...asked, kind: "room", people: 9 })).toMatch(/&type=room&personnes=9$/);
});

test("hours lead to the page of the hours, by the wall clock of the space, with how many come", () => {
  const asked = { ...place, ...hours, resource: { id: "a" } };
  const address = "/reserver/heures?lieu=luzech&poste=a&jour=2026-06-16&de=10:00&a=11:30";
  expect(hoursAddress(asked)).toBe(address);
  expect(hoursAddress({ ...asked, people: 8 })).toBe(`${address}&personnes=8`);
  expect(hoursAddress({ ...asked, people: null })).toBe(address);
});

test("an alternative leads to where it is booked, as it is", () => {
  const free = { ...place, ...hours, resource: { id: "a", name: "Salle" } };
  expect(alternativeAddress({ ...free, part: "hours" })).toBe(hoursAddress(free));
  expect(alternativeAddress({ ...free, part: "day" })).toMatch(/moment=day&poste=a$/);
});

test("a day by the hour leads to its page, with the place and how many come when they are known", () => {
  const asked = { slug: "luzech", day: tuesday };
  expect(dayOfHoursAddress(asked)).toBe("/reserver/heures?lieu=luzech&jour=2026-06-16");
  expect(dayOfHoursAddress({ ...asked, resource: { id: "a" }, people: 8 })).toBe(
    "/reserver/heures?lieu=luzech&poste=a&jour=2026-06-16&personnes=8",
  );
});
