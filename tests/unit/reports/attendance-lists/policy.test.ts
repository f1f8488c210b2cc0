import { expect, test } from "vitest";
import { type Actor, type RoleName, systemActor } from "@/lib/core/actor";
import { canOpenLists } from "@/lib/reports/attendance-lists/policy";

const person = (...roles: RoleName[]): Actor => ({
  ...{ kind: "person", personId: "one", email: null, name: null, locale: "fr" },
  grants: roles.map((role) => ({ role, spaceId: role === "host" ? "luzech" : null })),
});

test("staff and admins open lists of names; hosts, members and jobs do not", () => {
  expect([person("staff"), person("admin")].map(canOpenLists)).toEqual([true, true]);
  const others = [person("host"), person(), systemActor("worker"), { kind: "anonymous" } as const];
  expect(others.map(canOpenLists)).toEqual([false, false, false, false]);
});
