import { expect, test } from "vitest";
import {
  canBook,
  canCloseNetwork,
  canRunDay,
  canSeeBooking,
  isOwnBooking,
} from "@/lib/bookings/policy";
import { type Actor, anonymous, type Grant, systemActor } from "@/lib/core/actor";

const person = (personId: string, grants: Grant[] = []): Actor => ({
  kind: "person",
  personId,
  email: null,
  name: null,
  locale: "fr",
  grants,
});
const booking = { personId: "maelle", spaceId: "luzech" };
const host = person("sylvie", [{ role: "host", spaceId: "luzech" }]);
const otherHost = person("paul", [{ role: "host", spaceId: "prayssac" }]);
const staff = person("agnes", [{ role: "staff", spaceId: null }]);
const admin = person("hugo", [{ role: "admin", spaceId: null }]);

test("anybody signed in books, a visitor does not", () => {
  expect(canBook(person("maelle"))).toBe(true);
  expect(canBook(anonymous)).toBe(false);
});

test("a booking is seen by its member and by the hosts of its space, by nobody else", () => {
  expect(canSeeBooking(person("maelle"), booking)).toBe(true);
  expect(canSeeBooking(host, booking)).toBe(true);
  for (const actor of [person("youssef"), otherHost, staff, anonymous]) {
    expect(canSeeBooking(actor, booking)).toBe(false);
  }
});

test("a walk-in known by a first name belongs to nobody", () => {
  expect(isOwnBooking(anonymous, { personId: null })).toBe(false);
});

test("the day of a space is run by its hosts, an admin and the system", () => {
  expect([host, admin, systemActor("seed")].every((actor) => canRunDay(actor, "luzech"))).toBe(
    true,
  );
  const others = [person("maelle"), otherHost, staff, anonymous];
  expect(others.some((actor) => canRunDay(actor, "luzech"))).toBe(false);
});

test("the network is closed by its staff, an admin and the system, not by a host alone", () => {
  expect([staff, admin, systemActor("seed")].every(canCloseNetwork)).toBe(true);
  expect([person("maelle"), host, anonymous].some(canCloseNetwork)).toBe(false);
});
