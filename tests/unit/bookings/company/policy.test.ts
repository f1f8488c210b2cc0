import { expect, test } from "vitest";
import { canChooseShown } from "@/lib/bookings/company/policy";
import { type Actor, anonymous, systemActor } from "@/lib/core/actor";

const person = (personId: string, isAdmin = false): Actor => ({
  kind: "person",
  personId,
  email: null,
  name: null,
  locale: "fr",
  grants: isAdmin ? [{ role: "admin", spaceId: null }] : [],
});

test("only oneself says whether one is seen: no host, no admin, nobody for a guest", () => {
  expect(canChooseShown(person("maelle"), { personId: "maelle" })).toBe(true);
  for (const other of [person("yann"), person("hugo", true), systemActor("x"), anonymous]) {
    expect(canChooseShown(other, { personId: "maelle" })).toBe(false);
  }
  expect(canChooseShown(anonymous, { personId: null })).toBe(false);
});
