import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { findTheirPerson } from "@/lib/bookings/look-ups/queries";
import { systemActor } from "@/lib/core/actor";
import { ok } from "@/lib/core/result";
import { inTransaction } from "@/lib/infra/db";
import { aMember, hostOf } from "@/tests/support/actors";
import { aMembership } from "@/tests/support/belonging";
import { aBooking, aPerson, aSpace, mondayMorning, tuesday } from "@/tests/support/factories";

const day = { day: tuesday, startsAt: "2026-06-16T06:30:00Z", endsAt: "2026-06-16T10:30:00Z" };

test("the people of a space are those who belong, ask to, or come there; of another space, nobody", async () => {
  const [space, elsewhere] = [await aSpace(), await aSpace()];
  const [belongs, asks, comes, left, stranger] = [
    await aMember(),
    await aMember(),
    await aMember(),
    await aMember(),
    await aMember(),
  ];
  await aMembership(space, belongs.personId);
  await aMembership(space, asks.personId, "requested");
  await aMembership(space, left.personId, "ended");
  await aMembership(elsewhere, stranger.personId);
  await aBooking({ space, personId: comes.personId, ...day });
  const host = await hostOf(space);
  const find = async (personId: string, actor: Parameters<typeof findTheirPerson>[1] = host) => {
    const named = { spaceId: space.id, personId };
    const read = await inTransaction(async (tx) =>
      ok(await findTheirPerson(tx, actor, named, mondayMorning)),
    );
    return read.ok ? (read.value?.id ?? null) : null;
  };
  for (const { personId } of [belongs, asks, comes]) expect(await find(personId)).toBe(personId);
  const gone = await aPerson({ erasedAt: mondayMorning });
  await aMembership(space, gone.id);
  for (const id of [left.personId, stranger.personId, gone.id, randomUUID()]) {
    expect(await find(id)).toBeNull();
  }
  expect(await find(stranger.personId, systemActor("seed"))).toBe(stranger.personId);
});
