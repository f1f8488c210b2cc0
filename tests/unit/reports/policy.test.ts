import { expect, test } from "vitest";
import { anonymous, type PersonActor, type RoleName, systemActor } from "@/lib/core/actor";
import { canReadReports } from "@/lib/reports/policy";

const person = (role?: RoleName): PersonActor => ({
  kind: "person",
  personId: "p",
  email: null,
  name: null,
  locale: "fr",
  grants: role ? [{ role, spaceId: role === "host" ? "s" : null }] : [],
});

test.each([
  ["a visitor", anonymous, false],
  ["a member", person(), false],
  ["a host", person("host"), false],
  ["staff", person("staff"), true],
  ["an admin", person("admin"), true],
  ["the system", systemActor("snapshot"), true],
] as const)("whether %s reads the network's reports", (_who, actor, expected) => {
  expect(canReadReports(actor)).toBe(expected);
});
