import { expect, test } from "vitest";
import type { Actor, RoleName } from "@/lib/core/actor";
import { canOpenPreparation, seesEvery } from "@/lib/reports/preparations/policy";

const person = (personId: string, ...roles: RoleName[]): Actor => ({
  kind: "person",
  personId,
  ...{ email: null, name: null, locale: "fr" },
  grants: roles.map((role) => ({ role, spaceId: null })),
});

test("whoever asked opens it while they are staff, and admins open every one", () => {
  expect(canOpenPreparation(person("one", "staff"), "one")).toBe(true);
  expect(canOpenPreparation(person("other", "staff"), "one")).toBe(false);
  expect(canOpenPreparation(person("other", "admin"), "one")).toBe(true);
  expect(canOpenPreparation(person("one"), "one")).toBe(false);
  expect(canOpenPreparation({ kind: "anonymous" }, "one")).toBe(false);
});

test("admins alone see those of everybody", () => {
  expect([seesEvery(person("a", "admin")), seesEvery(person("a", "staff"))]).toEqual([true, false]);
});
