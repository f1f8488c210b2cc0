import { expect, test } from "vitest";
import { type Actor, anonymous, type Grant, systemActor } from "@/lib/core/actor";
import { canImportPlaces } from "@/lib/spaces/place-imports/policy";

const person = (...grants: Grant[]): Actor => ({
  kind: "person",
  personId: "p",
  email: null,
  name: null,
  locale: "fr",
  grants,
});

test.each<[string, Actor, boolean]>([
  ["a visitor", anonymous, false],
  ["a member", person(), false],
  ["a host", person({ role: "host", spaceId: "a" }), false],
  ["staff", person({ role: "staff", spaceId: null }), true],
  ["an admin", person({ role: "admin", spaceId: null }), true],
  ["the system", systemActor("seed"), true],
])("%s takes in files of places: %s", (_who, actor, expected) => {
  expect(canImportPlaces(actor)).toBe(expected);
});
