import { expect, test } from "vitest";
import { type Actor, anonymous, type Grant, systemActor } from "@/lib/core/actor";
import {
  canMakeOrganisations,
  canRunOrganisation,
  isAgreed,
} from "@/lib/members/organisations/policy";

const someone = (personId: string, grants: Grant[] = []): Actor => ({
  kind: "person",
  personId,
  email: null,
  name: null,
  locale: "fr",
  grants,
});
const host: Grant[] = [{ role: "host", spaceId: "here" }];

test.each([
  ["staff", someone("s", [{ role: "staff", spaceId: null }]), true, true],
  ["an admin", someone("a", [{ role: "admin", spaceId: null }]), true, true],
  ["the host who made it", someone("maker", host), true, true],
  ["another host", someone("h", host), true, false],
  ["who made it and is host no more", someone("maker"), false, false],
  ["a member", someone("m"), false, false],
  ["a visitor", anonymous, false, false],
  ["the system", systemActor("test"), true, true],
] as const)("%s: makes organisations, runs this one, or does not", (_who, actor, makes, runs) => {
  expect(canMakeOrganisations(actor)).toBe(makes);
  expect(canRunOrganisation(actor, { createdBy: "maker" })).toBe(runs);
});

test("nobody belongs before they agreed, after they left, or in the other role", () => {
  const at = new Date("2026-06-15T06:00:00Z");
  const agreed = { role: "delegate", agreedAt: at, endedAt: null } as const;
  expect(isAgreed(agreed, "delegate")).toBe(true);
  expect(isAgreed(agreed, "beneficiary")).toBe(false);
  expect(isAgreed({ ...agreed, agreedAt: null }, "delegate")).toBe(false);
  expect(isAgreed({ ...agreed, endedAt: at }, "delegate")).toBe(false);
  expect(isAgreed(undefined, "delegate")).toBe(false);
});
