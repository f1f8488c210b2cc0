import { expect, test } from "vitest";
import { anonymous, type PersonActor, systemActor } from "@/lib/core/actor";
import { canErase } from "@/lib/privacy/erasures/policy";

const somebody: PersonActor = {
  kind: "person",
  personId: "0198a000-0000-7000-8000-000000000001",
  email: null,
  name: null,
  locale: "fr",
  grants: [{ role: "admin", spaceId: null }],
};

test("one erases oneself and nobody else, an administrator neither; time does, by the system", () => {
  expect(canErase(somebody, somebody.personId)).toBe(true);
  expect(canErase(somebody, "0198a000-0000-7000-8000-000000000002")).toBe(false);
  expect(canErase(anonymous, somebody.personId)).toBe(false);
  expect(canErase(systemActor("worker"), somebody.personId)).toBe(true);
});
