import { expect, test } from "vitest";
import { type Actor, anonymous, type Grant, systemActor } from "@/lib/core/actor";
import { canGrantRole, canSeeRoles } from "@/lib/identity/roles/policy";

const person = (...grants: Grant[]): Actor => ({
  kind: "person",
  personId: "sylvie",
  email: null,
  name: null,
  locale: "fr",
  grants,
});
const member = person();
const host = person({ role: "host", spaceId: "luzech" });
const staff = person({ role: "staff", spaceId: null });
const admin = person({ role: "admin", spaceId: null });

test("staff name hosts, a host does not name another", () => {
  expect([staff, admin].every((actor) => canGrantRole(actor, "host"))).toBe(true);
  expect([member, host, anonymous].some((actor) => canGrantRole(actor, "host"))).toBe(false);
});

test.each(["staff", "admin"] as const)("only an admin names %s: staff cannot promote", (role) => {
  expect(canGrantRole(admin, role)).toBe(true);
  expect([member, host, staff, anonymous].some((actor) => canGrantRole(actor, role))).toBe(false);
});

test("the system gives the first roles", () => {
  const roles = ["host", "staff", "admin"] as const;
  expect(roles.every((role) => canGrantRole(systemActor("seed"), role))).toBe(true);
});

test("who holds what is read by staff and admins, nobody else", () => {
  expect([staff, admin].every(canSeeRoles)).toBe(true);
  expect([member, host, anonymous, systemActor("worker")].some(canSeeRoles)).toBe(false);
});
