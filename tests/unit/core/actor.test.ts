import { expect, test } from "vitest";
import {
  type Actor,
  anonymous,
  isHostOf,
  isStaff,
  personIdOf,
  systemActor,
} from "@/lib/core/actor";

const person = (grants: Extract<Actor, { kind: "person" }>["grants"]): Actor => ({
  kind: "person",
  personId: "p",
  email: null,
  name: null,
  locale: "fr",
  grants,
});

test("a host is host of the granted space only", () => {
  const host = person([{ role: "host", spaceId: "luzech" }]);
  expect(isHostOf(host, "luzech")).toBe(true);
  expect(isHostOf(host, "prayssac")).toBe(false);
  expect(isHostOf(anonymous, "luzech")).toBe(false);
});

test("staff and admin are staff, a member and the system are not", () => {
  expect(isStaff(person([{ role: "staff", spaceId: null }]))).toBe(true);
  expect(isStaff(person([{ role: "admin", spaceId: null }]))).toBe(true);
  expect(isStaff(person([]))).toBe(false);
  expect(isStaff(systemActor("seed"))).toBe(false);
});

test("only a person has a person's id", () => {
  expect(personIdOf(person([]))).toBe("p");
  expect(personIdOf(systemActor("seed"))).toBeNull();
});
