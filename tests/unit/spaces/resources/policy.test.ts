import { expect, test } from "vitest";
import { type Actor, anonymous, type Grant, systemActor } from "@/lib/core/actor";
import { canSetUpResources } from "@/lib/spaces/resources/policy";

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
  ["staff", person({ role: "staff", spaceId: null }), false],
  ["the host of another space", person({ role: "host", spaceId: "b" }), false],
  ["its host", person({ role: "host", spaceId: "a" }), true],
  ["an admin", person({ role: "admin", spaceId: null }), true],
  ["the system", systemActor("seed"), true],
])("%s sets up the resources of a space: %s", (_who, actor, expected) => {
  expect(canSetUpResources(actor, "a")).toBe(expected);
});
