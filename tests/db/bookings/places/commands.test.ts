import { expect, test } from "vitest";
import {
  type ChangeRefusal,
  lockBooking,
  lockResources,
  spaceLock,
  writeChange,
} from "@/lib/bookings/places/commands";
import { systemActor } from "@/lib/core/actor";
import { NotFound } from "@/lib/core/errors";
import { ok } from "@/lib/core/result";
import { db, inTransaction } from "@/lib/infra/db";
import { aMember } from "@/tests/support/actors";
import { aBooking, aSpace, mondayMorning, tuesday } from "@/tests/support/factories";

const at = mondayMorning;
const system = systemActor("test");
const morning = {
  day: tuesday,
  startsAt: "2026-06-16T06:30:00Z",
  endsAt: "2026-06-16T10:30:00Z",
};

async function change(
  bookingId: string,
  verb: Parameters<typeof writeChange>[3]["verb"],
  data: Parameters<typeof writeChange>[4] = {},
) {
  return inTransaction<{ id: string }, ChangeRefusal>(async (tx) => {
    const booking = await lockBooking(tx, bookingId);
    return writeChange(tx, system, booking, { verb, at, reason: "essai" }, data);
  });
}

test("a verb writes the state, when, who and why, and a line of history", async () => {
  const space = await aSpace();
  const member = await aMember();
  const { id } = await aBooking({ space, ...morning });
  await inTransaction(async (tx) =>
    writeChange(tx, member, await lockBooking(tx, id), { verb: "cancel", at, reason: "malade" }),
  );
  expect(await db.booking.findFirst({ where: { id } })).toMatchObject({
    state: "cancelled",
    endedAt: at,
    endedBy: member.personId,
    endReason: "malade",
    sequence: 1,
  });
  expect(await db.bookingChange.findMany({ where: { bookingId: id } })).toMatchObject([
    { verb: "cancel", fromState: "confirmed", toState: "cancelled", actorId: member.personId, at },
  ]);
});

test("what the table of states does not allow is refused and nothing is written", async () => {
  const { id } = await aBooking({ space: await aSpace(), ...morning, state: "cancelled" });
  expect(await change(id, "confirm")).toMatchObject({
    refusal: "wrong_state",
    data: { state: "cancelled" },
  });
  expect(await db.bookingChange.count({ where: { bookingId: id } })).toBe(0);
});

test("coming back to a place that somebody else has is slot_taken, of one still free it is had", async () => {
  const space = await aSpace();
  const gone = await aBooking({ space, ...morning, state: "cancelled" });
  const taken = await aBooking({ space, ...morning });
  expect(await change(gone.id, "reinstate")).toMatchObject({ refusal: "slot_taken" });
  await change(taken.id, "cancel");
  expect(await change(gone.id, "reinstate")).toMatchObject({ ok: true });
  expect(await db.booking.findFirst({ where: { id: gone.id } })).toMatchObject({
    state: "confirmed",
    endedAt: null,
    endReason: null,
  });
});

test("the history cannot be rewritten", async () => {
  const { id } = await aBooking({ space: await aSpace(), ...morning });
  await change(id, "cancel");
  await expect(db.bookingChange.deleteMany({ where: { bookingId: id } })).rejects.toThrow(
    /append-only/,
  );
});

test("an unknown booking is not found", async () => {
  const unknown = inTransaction(async (tx) => ok(await lockBooking(tx, crypto.randomUUID())));
  await expect(unknown).rejects.toThrow(NotFound);
});

test("moves crossing each other over the same two desks wait in line instead of deadlocking", async () => {
  const space = await aSpace({ desks: 3 });
  const ids = space.desks.map((desk) => desk.id);
  const made = [
    await aBooking({ space, ...morning }),
    await aBooking({ space, ...morning, desk: 1 }),
  ];
  const move = (bookingId: string, resourceId: string) =>
    inTransaction<{ id: string }, ChangeRefusal>(async (tx) => {
      const booking = await lockBooking(tx, bookingId);
      await lockResources(tx, [booking.resourceId, resourceId]);
      return writeChange(tx, system, booking, { verb: "move", at }, { resourceId });
    });
  const moves = Array.from({ length: 40 }, (_, index) =>
    move(made[index % 2]?.id ?? "", ids[(index * 7) % 3] ?? ""),
  );
  const outcomes = await Promise.all(moves);
  expect(outcomes.every((outcome) => outcome.ok || outcome.refusal === "slot_taken")).toBe(true);
  const [row] = await db.$queryRaw<{ deadlocks: bigint }[]>`
    SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()`;
  expect(Number(row?.deadlocks)).toBe(0);
});

test("a space is locked under one name, whoever takes it", () => {
  expect(spaceLock("x")).toBe("space x");
});

test("a history that forgets somebody takes their name off it, and changes nothing else", async () => {
  const { id } = await aBooking({ space: await aSpace(), ...morning });
  await change(id, "cancel");
  const forget = (data: { actorId?: null; reason?: null; verb?: string }) =>
    db.$transaction(async (tx) => {
      await tx.$executeRaw`SELECT set_config('cowloting.forgets', 'yes', true)`;
      return tx.bookingChange.updateMany({ where: { bookingId: id }, data });
    });
  expect(await forget({ actorId: null, reason: null })).toEqual({ count: 1 });
  await expect(forget({ verb: "move" })).rejects.toThrow(/append-only/);
  const unsaid = db.bookingChange.updateMany({ where: { bookingId: id }, data: { reason: null } });
  await expect(unsaid).rejects.toThrow(/append-only/);
});
