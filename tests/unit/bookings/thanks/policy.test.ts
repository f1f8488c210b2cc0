import { expect, test } from "vitest";
import { canReadThanks } from "@/lib/bookings/thanks/policy";
import { type Actor, anonymous, systemActor } from "@/lib/core/actor";

const person = (personId: string): Actor => ({
  kind: "person",
  personId,
  email: null,
  name: null,
  locale: "fr",
  grants: [{ role: "admin", spaceId: null }],
});

test("thanks are read by the two and by nobody else, whatever their role", () => {
  const thanks = { fromId: "maelle", toId: "yann" };
  expect(canReadThanks(person("maelle"), thanks)).toBe(true);
  expect(canReadThanks(person("yann"), thanks)).toBe(true);
  for (const other of [person("hugo"), anonymous, systemActor("x")]) {
    expect(canReadThanks(other, thanks)).toBe(false);
  }
});
