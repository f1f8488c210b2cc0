import { expect, test } from "vitest";
import { anonymous } from "@/lib/core/actor";
import { noteVisit } from "@/lib/identity/visits/commands";
import { db } from "@/lib/infra/db";
import { aMember } from "@/tests/support/actors";

test("the day of a visit is noted, without its hour, and the next day again", async () => {
  const member = await aMember();
  const seen = async () =>
    (await db.person.findUniqueOrThrow({ where: { id: member.personId } })).lastSeenAt;
  await noteVisit(member, new Date("2026-06-15T09:41:00Z"));
  expect(await seen()).toEqual(new Date("2026-06-15T00:00:00Z"));
  await noteVisit(member, new Date("2026-06-15T17:00:00Z"));
  expect(await seen()).toEqual(new Date("2026-06-15T00:00:00Z"));
  await noteVisit(member, new Date("2026-06-16T07:00:00Z"));
  expect(await seen()).toEqual(new Date("2026-06-16T00:00:00Z"));
});

test("a visitor without account leaves no trace of a visit", async () => {
  const before = await db.person.count({ where: { lastSeenAt: { not: null } } });
  await noteVisit(anonymous, new Date("2026-06-15T09:41:00Z"));
  expect(await db.person.count({ where: { lastSeenAt: { not: null } } })).toBe(before);
});
