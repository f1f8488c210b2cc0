import { expect, test } from "vitest";
import { canAnswerSwap, canWithdrawSwap } from "@/lib/bookings/swaps/policy";
import { type Actor, anonymous, type Grant, systemActor } from "@/lib/core/actor";

const person = (personId: string, grants: Grant[] = []): Actor => ({
  kind: "person",
  personId,
  email: null,
  name: null,
  locale: "fr",
  grants,
});
const swap = { proposedBy: "maelle", proposedTo: "youssef" };
const others = [
  person("sylvie", [{ role: "host", spaceId: "luzech" }]),
  person("hugo", [{ role: "admin", spaceId: null }]),
  anonymous,
  systemActor("job"),
];

test("only whose booking is asked for answers", () => {
  expect(canAnswerSwap(person("youssef"), swap)).toBe(true);
  for (const actor of [person("maelle"), ...others]) expect(canAnswerSwap(actor, swap)).toBe(false);
});

test("only who proposed takes it back", () => {
  expect(canWithdrawSwap(person("maelle"), swap)).toBe(true);
  for (const actor of [person("youssef"), ...others]) {
    expect(canWithdrawSwap(actor, swap)).toBe(false);
  }
});
