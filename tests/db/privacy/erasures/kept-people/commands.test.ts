import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { bookFor } from "@/lib/bookings/hosted/commands";
import { type Actor, anonymous } from "@/lib/core/actor";
import { NotFound } from "@/lib/core/errors";
import { db } from "@/lib/infra/db";
import { nameContactOf } from "@/lib/members/kept-people/commands";
import { eraseKeptPerson } from "@/lib/privacy/erasures/kept-people/commands";
import { aMember, aStaffMember, hostOf } from "@/tests/support/actors";
import { aKeptPerson } from "@/tests/support/belonging";
import { aSpace, mondayMorning as at, tuesday } from "@/tests/support/factories";
import { whereFound } from "@/tests/support/whole-database";

async function somebodyKept() {
  const space = await aSpace();
  const host = await hostOf(space);
  const personId = await aKeptPerson(host, space, "Hildegarde Cazeneuve");
  return { space, host, personId, one: { slug: space.slug, personId } };
}

test("somebody kept asks to be erased: their host does it, their place is free, nothing of them is left", async () => {
  const { space, host, personId, one } = await somebodyKept();
  await nameContactOf(host, { ...one, name: "Odon Cazeneuve", phone: "0565112233" });
  const wish = { slug: space.slug, day: tuesday, part: "day" as const, personId };
  const booked = await bookFor(host, { ...wish, idempotencyKey: randomUUID() }, at);
  expect(booked.ok).toBe(true);
  expect(await eraseKeptPerson(host, one, at)).toEqual({ ok: true, value: null });
  for (const said of ["Hildegarde", "Odon", "0565112233"]) {
    expect(await whereFound(said), said).toEqual([]);
  }
  const id = booked.ok ? booked.value.id : "";
  const booking = await db.booking.findFirstOrThrow({ where: { id } });
  expect(booking.state).toBe("cancelled");
  expect(booking.personId).not.toBe(personId);
  const line = await db.journalEntry.findFirst({ where: { action: "person.erased" } });
  expect(line).toMatchObject({ actorId: host.personId, spaceId: space.id, subjectId: personId });
});

test("nobody else erases somebody kept, and a host erases nobody who has an account", async () => {
  const { space, host, personId, one } = await somebodyKept();
  const strangers: Actor[] = [
    await aMember(),
    await hostOf(await aSpace()),
    await aStaffMember(),
    anonymous,
  ];
  for (const actor of strangers) {
    await expect(eraseKeptPerson(actor, one, at)).rejects.toThrow(NotFound);
  }
  const { personId: member } = await aMember();
  const other = { slug: space.slug, personId: member };
  await expect(eraseKeptPerson(host, other, at)).rejects.toThrow(NotFound);
  await db.keptPerson.update({ where: { personId }, data: { claimedAt: at } });
  await expect(eraseKeptPerson(host, one, at)).rejects.toThrow(NotFound);
  expect(await db.person.count({ where: { id: { in: [personId, member] }, erasedAt: null } })).toBe(
    2,
  );
});
