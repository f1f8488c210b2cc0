import { expect, test } from "vitest";
import { type Actor, anonymous, type Grant, systemActor } from "@/lib/core/actor";
import { canKeepMembers } from "@/lib/members/memberships/policy";

const someone = (grants: Grant[]): Actor => ({
  kind: "person",
  personId: "a",
  email: null,
  name: null,
  locale: "fr",
  grants,
});

test.each([
  ["a host of the space", someone([{ role: "host", spaceId: "here" }]), true],
  ["an admin", someone([{ role: "admin", spaceId: null }]), true],
  ["the system", systemActor("test"), true],
  ["a host of another space", someone([{ role: "host", spaceId: "there" }]), false],
  ["staff", someone([{ role: "staff", spaceId: null }]), false],
  ["a member", someone([]), false],
  ["a visitor", anonymous, false],
] as const)("%s: keeps the members of the space, or does not", (_who, actor, may) => {
  expect(canKeepMembers(actor, "here")).toBe(may);
});
