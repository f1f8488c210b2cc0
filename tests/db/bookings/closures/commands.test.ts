import { expect, test } from "vitest";
import { announceClosure, withdrawClosure } from "@/lib/bookings/closures/commands";
import { bookResource } from "@/lib/bookings/commands";
import { day } from "@/lib/core/day";
import { NotFound } from "@/lib/core/errors";
import { db } from "@/lib/infra/db";
import { aMember, hostOf } from "@/tests/support/actors";
import { aBooking, aSpace, mondayMorning, tuesday } from "@/tests/support/factories";

const closing = (
  slug: string,
  expectedHits: number,
  part: "morning" | "afternoon" | "day" = "morning",
) => ({
  slug,
  day: tuesday,
  part,
  reason: "Panne de chauffage",
  expectedHits,
});

test("closing a half-day frees what it hits, tells each person and leaves the rest", async () => {
  const space = await aSpace();
  const host = await hostOf(space);
  const [early, late] = [await aMember(), await aMember()];
  const book = (actor: typeof early, part: "morning" | "afternoon") =>
    bookResource(actor, { slug: space.slug, day: tuesday, part }, mondayMorning);
  await book(early, "morning");
  await book(late, "afternoon");
  const result = await announceClosure(host, closing(space.slug, 1), mondayMorning);
  expect(result).toMatchObject({ ok: true, value: { cancelled: 1 } });
  const mails = await db.notification.findMany({
    where: { personId: { in: [early.personId, late.personId] }, kind: "booking-closed" },
  });
  expect(mails).toMatchObject([
    { personId: early.personId, payload: { reason: "Panne de chauffage" } },
  ]);
  expect(await book(await aMember(), "morning")).toMatchObject({ refusal: "space_closed" });
});

test("somebody booked since the host looked: nothing changes, the list is to be seen again", async () => {
  const space = await aSpace();
  const host = await hostOf(space);
  await bookResource(
    await aMember(),
    { slug: space.slug, day: tuesday, part: "morning" },
    mondayMorning,
  );
  expect(await announceClosure(host, closing(space.slug, 0), mondayMorning)).toMatchObject({
    refusal: "list_changed",
  });
  expect(await db.closure.count({ where: { spaceId: space.id } })).toBe(0);
});

test("somebody already there keeps the place", async () => {
  const space = await aSpace();
  const { id } = await aBooking({
    space,
    day: tuesday,
    startsAt: "2026-06-16T06:30:00Z",
    endsAt: "2026-06-16T16:30:00Z",
    checkedInAt: "2026-06-16T06:40:00Z",
  });
  const atTen = new Date("2026-06-16T08:00:00Z");
  const result = await announceClosure(await hostOf(space), closing(space.slug, 0, "day"), atTen);
  expect(result).toMatchObject({ ok: true });
  expect(await db.booking.findFirst({ where: { id } })).toMatchObject({ state: "confirmed" });
});

test("a half-day gone by or closed already is not closed again", async () => {
  const space = await aSpace();
  const host = await hostOf(space);
  const wednesday = new Date("2026-06-17T08:00:00Z");
  expect(await announceClosure(host, closing(space.slug, 0), wednesday)).toMatchObject({
    refusal: "slot_over",
  });
  await announceClosure(host, closing(space.slug, 0, "day"), mondayMorning);
  expect(await announceClosure(host, closing(space.slug, 0), mondayMorning)).toMatchObject({
    refusal: "already_closed",
  });
});

test("opening again lets people book; withdrawing twice is the same as once", async () => {
  const space = await aSpace();
  const host = await hostOf(space);
  const closed = await announceClosure(host, closing(space.slug, 0), mondayMorning);
  const closureId = closed.ok ? closed.value.id : "";
  await withdrawClosure(host, { slug: space.slug, closureId }, mondayMorning);
  await withdrawClosure(host, { slug: space.slug, closureId }, mondayMorning);
  const booked = await bookResource(
    await aMember(),
    { slug: space.slug, day: tuesday, part: "morning" },
    mondayMorning,
  );
  expect(booked).toMatchObject({ ok: true });
  expect(await db.journalEntry.count({ where: { subjectId: closureId } })).toBe(2);
});

test("only a host of the space closes or opens it", async () => {
  const [space, other] = [await aSpace(), await aSpace()];
  for (const actor of [await aMember(), await hostOf(other)]) {
    await expect(announceClosure(actor, closing(space.slug, 0), mondayMorning)).rejects.toThrow(
      NotFound,
    );
    await expect(
      withdrawClosure(actor, { slug: space.slug, closureId: crypto.randomUUID() }, mondayMorning),
    ).rejects.toThrow(NotFound);
  }
});

test("a booking racing a closure never stays on a closed half-day", async () => {
  const space = await aSpace({ desks: 4 });
  const host = await hostOf(space);
  const mondays = [
    "2026-06-22",
    "2026-06-29",
    "2026-07-06",
    "2026-07-13",
    "2026-07-20",
    "2026-07-27",
  ];
  for (const on of mondays.map(day)) {
    const members = await Promise.all([1, 2, 3, 4].map(() => aMember()));
    await Promise.all([
      ...members.map((member) =>
        bookResource(member, { slug: space.slug, day: on, part: "morning" }, mondayMorning),
      ),
      ...[0, 1, 2, 3, 4].map((expectedHits) =>
        announceClosure(host, { ...closing(space.slug, expectedHits), day: on }, mondayMorning),
      ),
    ]);
  }
  const [row] = await db.$queryRaw<{ count: bigint }[]>`
    SELECT count(*) FROM bookings b JOIN closures c
      ON c.space_id = b.space_id AND b.starts_at < c.ends_at AND c.starts_at < b.ends_at
    WHERE b.space_id = ${space.id}::uuid AND b.state = 'confirmed' AND c.withdrawn_at IS NULL`;
  expect(Number(row?.count)).toBe(0);
  expect(await db.closure.count({ where: { spaceId: space.id } })).toBeGreaterThan(0);
});
