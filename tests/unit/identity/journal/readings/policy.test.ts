import { expect, test } from "vitest";
import { type Actor, anonymous, type Grant, systemActor } from "@/lib/core/actor";
import { canReadJournal } from "@/lib/identity/journal/readings/policy";

const holder = (...grants: Grant[]): Actor => ({
  kind: "person",
  personId: "p",
  email: null,
  name: null,
  locale: "fr",
  grants,
});

test("staff and admins read the journal, a host or a member does not", () => {
  expect(canReadJournal(holder({ role: "staff", spaceId: null }))).toBe(true);
  expect(canReadJournal(holder({ role: "admin", spaceId: null }))).toBe(true);
  const others = [
    holder(),
    holder({ role: "host", spaceId: "here" }),
    anonymous,
    systemActor("worker"),
  ];
  expect(others.some(canReadJournal)).toBe(false);
});
