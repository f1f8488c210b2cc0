import { expect, test } from "vitest";
import { type Actor, anonymous, type Grant, systemActor } from "@/lib/core/actor";
import { canGiveHabilitations, canKeepHabilitations } from "@/lib/members/habilitations/policy";

const holding = (...grants: Grant[]): Actor => ({
  kind: "person",
  personId: "p",
  email: null,
  name: null,
  locale: "fr",
  grants,
});
const staff = holding({ role: "staff", spaceId: null });
const admin = holding({ role: "admin", spaceId: null });
const host = holding({ role: "host", spaceId: "here" });

test("staff keep the list of the network, hosts and members do not", () => {
  expect([staff, admin, systemActor("essai")].every(canKeepHabilitations)).toBe(true);
  expect([anonymous, holding(), host].some(canKeepHabilitations)).toBe(false);
});

test("a host gives in their own space only, staff in none", () => {
  expect(canGiveHabilitations(host, "here")).toBe(true);
  expect(canGiveHabilitations(host, "there")).toBe(false);
  expect(canGiveHabilitations(staff, "here")).toBe(false);
  expect(canGiveHabilitations(anonymous, "here")).toBe(false);
});
