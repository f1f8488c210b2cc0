import { expect, test } from "vitest";
import { type Actor, anonymous, type Grant, systemActor } from "@/lib/core/actor";
import { canSeeEmergencyContact } from "@/lib/members/emergency-contacts/policy";

const someone = (personId: string, grants: Grant[] = []): Actor => ({
  kind: "person",
  personId,
  email: null,
  name: null,
  locale: "fr",
  grants,
});
const owner = { personId: "jeanne", activeSpaceIds: ["here"] };

test.each([
  ["oneself", someone("jeanne"), true],
  ["a host of a space one belongs to", someone("h", [{ role: "host", spaceId: "here" }]), true],
  ["a host of another space", someone("h", [{ role: "host", spaceId: "there" }]), false],
  ["staff", someone("s", [{ role: "staff", spaceId: null }]), false],
  ["an admin", someone("a", [{ role: "admin", spaceId: null }]), false],
  ["another member", someone("m"), false],
  ["a visitor", anonymous, false],
  ["a job", systemActor("test"), false],
] as const)("%s: sees whom to call, or does not", (_who, actor, may) => {
  expect(canSeeEmergencyContact(actor, owner)).toBe(may);
});

test("once the membership is over, its hosts see it no more", () => {
  const host = someone("h", [{ role: "host", spaceId: "here" }]);
  expect(canSeeEmergencyContact(host, { ...owner, activeSpaceIds: [] })).toBe(false);
});
