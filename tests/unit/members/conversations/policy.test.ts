import { expect, test } from "vitest";
import { type Actor, anonymous, systemActor } from "@/lib/core/actor";
import { canReadConversation, canWrite } from "@/lib/members/conversations/policy";

const person = (personId: string, role?: "host" | "staff" | "admin"): Actor => ({
  kind: "person",
  personId,
  email: null,
  name: null,
  locale: "fr",
  grants: role ? [{ role, spaceId: null }] : [],
});

test("members write; visitors and jobs do not", () => {
  expect([person("a"), anonymous, systemActor("job")].map(canWrite)).toEqual([true, false, false]);
});

test("a conversation is read by its two people alone, whatever role others hold", () => {
  const two = { starterId: "a", otherId: "b" };
  const may = [person("a"), person("b")];
  const mayNot = [
    person("c"),
    person("d", "staff"),
    person("e", "admin"),
    anonymous,
    systemActor("x"),
  ];
  expect(may.every((actor) => canReadConversation(actor, two))).toBe(true);
  expect(mayNot.some((actor) => canReadConversation(actor, two))).toBe(false);
});
