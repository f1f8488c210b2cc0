import { expect, test } from "vitest";
import { announceClosure, withdrawClosure } from "@/lib/bookings/closures/commands";
import { bookResource, cancelBooking } from "@/lib/bookings/commands";
import { day } from "@/lib/core/day";
import { db } from "@/lib/infra/db";
import { aMember, hostOf } from "@/tests/support/actors";
import { close, noList, onDay, readBeforeClosing } from "@/tests/support/closures";
import {
  aBooking,
  aPerson,
  aRoom,
  aSpace,
  mondayMorning,
  tuesday,
} from "@/tests/support/factories";

type Booker = Awaited<ReturnType<typeof aMember>>;

const book = (
  actor: Booker,
  space: { slug: string },
  part: "morning" | "afternoon" | "day" = "morning",
  resourceId?: string,
) =>
  bookResource(
    actor,
    { slug: space.slug, day: tuesday, part, ...(resourceId ? { resourceId } : {}) },
    mondayMorning,
  );
const idOf = (result: Awaited<ReturnType<typeof book>>) => (result.ok ? result.value.id : "");
const mailsTo = async (...persons: Booker[]) =>
  (
    await db.notification.findMany({
      where: {
        personId: { in: persons.map(({ personId }) => personId) },
        kind: { not: "booking-confirmed" },
      },
      orderBy: { createdAt: "asc" },
    })
  ).map(({ personId, kind, payload }) => ({ personId, kind, payload }));

test("closing a half-day frees what it hits, tells each person and leaves the rest", async () => {
  const space = await aSpace();
  const host = await hostOf(space);
  const [early, late] = [await aMember(), await aMember()];
  const id = idOf(await book(early, space));
  await book(late, space, "afternoon");
  const result = await close(host, space, onDay("morning"));
  expect(result).toMatchObject({ ok: true, value: { cancelled: 1, moved: 0, kept: 0 } });
  expect(await mailsTo(early, late)).toMatchObject([
    {
      personId: early.personId,
      kind: "booking-closed",
      payload: { reason: "Panne de chauffage", because: "space_closes" },
    },
  ]);
  expect(await db.booking.findFirst({ where: { id } })).toMatchObject({
    state: "cancelled",
    endReason: "Panne de chauffage",
    endedBy: host.personId,
  });
  expect(await book(await aMember(), space)).toMatchObject({ refusal: "space_closed" });
  expect(await db.journalEntry.findMany({ where: { spaceId: space.id } })).toMatchObject([
    { action: "booking.cancelled", subjectId: id },
    { action: "closure.announced", after: { cancelled: 1 } },
  ]);
});

test("what is confirmed is the list, not its length: one left and one came, it is to be seen again", async () => {
  const space = await aSpace();
  const host = await hostOf(space);
  const first = await aMember();
  const id = idOf(await book(first, space));
  const { announcement } = await readBeforeClosing(host, space, onDay("morning"));
  await cancelBooking(first, { bookingId: id }, mondayMorning);
  await book(await aMember(), space);
  const answered = { ...announcement, all: "cancel" as const, choices: {}, slug: space.slug };
  expect(await announceClosure(host, answered, mondayMorning)).toMatchObject({
    refusal: "list_changed",
  });
  expect(await db.closure.count({ where: { spaceId: space.id } })).toBe(0);
  expect(await db.booking.count({ where: { spaceId: space.id, state: "confirmed" } })).toBe(1);
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
  const result = await close(await hostOf(space), space, onDay("day"), {}, atTen);
  expect(result).toMatchObject({ ok: true, value: { cancelled: 0 } });
  expect(await db.booking.findFirst({ where: { id } })).toMatchObject({ state: "confirmed" });
});

test("what is over, or shut already, is not closed again", async () => {
  const space = await aSpace();
  const host = await hostOf(space);
  const answer = {
    slug: space.slug,
    reason: "Travaux",
    list: noList,
    all: "cancel" as const,
    choices: {},
    places: {},
  };
  const wednesday = new Date("2026-06-17T08:00:00Z");
  const late = await announceClosure(host, { ...answer, when: onDay("morning") }, wednesday);
  expect(late).toMatchObject({ refusal: "slot_over" });
  await close(host, space, onDay("day"));
  const [desk] = space.desks;
  for (const resourceId of [undefined, desk?.id]) {
    const again = { ...answer, resourceId, when: onDay("morning") };
    expect(await announceClosure(host, again, mondayMorning)).toMatchObject({
      refusal: "already_closed",
    });
  }
});

test("more bookings than one page holds are closed in several times", async () => {
  const space = await aSpace({ desks: 1 });
  const personId = (await aPerson()).id;
  const days = Array.from({ length: 201 }, (_, index) => new Date(Date.UTC(2026, 6, 1 + index)));
  await db.booking.createMany({
    data: days.map((on) => ({
      spaceId: space.id,
      resourceId: space.desks[0]?.id ?? "",
      personId,
      day: on,
      part: "morning" as const,
      startsAt: new Date(on.getTime() + 7 * 3_600_000),
      endsAt: new Date(on.getTime() + 10 * 3_600_000),
      source: "member" as const,
    })),
  });
  const year = onDay("day", day("2026-07-01"), day("2027-06-30"));
  const host = await hostOf(space);
  const { preview } = await readBeforeClosing(host, space, year);
  expect(preview).toMatchObject({ isTooLong: true, hits: [] });
  expect(await close(host, space, year)).toMatchObject({ refusal: "too_many_hits" });
});

test("each booking becomes what was chosen for it: moved, cancelled or kept, and each person is told", async () => {
  const space = await aSpace({ desks: 4, latitude: 10, longitude: 10 });
  const host = await hostOf(space);
  const [desk, second] = space.desks;
  const [moved, cancelled, kept] = [await aMember(), await aMember(), await aMember()];
  const ids = [
    idOf(await book(moved, space, "morning", desk?.id)),
    idOf(await book(cancelled, space, "afternoon", desk?.id)),
  ];
  const friday = {
    slug: space.slug,
    day: day("2026-06-19"),
    part: "day" as const,
    resourceId: desk?.id,
  };
  ids.push(idOf(await bookResource(kept, friday, mondayMorning)));
  const [one = "", two = "", three = ""] = ids;
  const when = onDay("day", tuesday, day("2026-06-19"));
  const result = await close(host, { slug: space.slug, resourceId: desk?.id }, when, {
    all: "cancel",
    choices: { [one]: "move", [three]: "keep" },
  });
  expect(result).toMatchObject({ ok: true, value: { moved: 1, cancelled: 1, kept: 1 } });
  const rows = await db.booking.findMany({ where: { id: { in: ids } } });
  const row = (id: string) => rows.find((each) => each.id === id);
  expect(row(one)).toMatchObject({ state: "confirmed", resourceId: second?.id, part: "morning" });
  expect(row(two)).toMatchObject({ state: "cancelled" });
  expect(row(three)).toMatchObject({ state: "confirmed", resourceId: desk?.id });
  expect(await mailsTo(moved)).toMatchObject([
    {
      kind: "booking-moved",
      payload: {
        resourceName: "Bureau 2",
        because: "place_closes",
        reason: "Panne de chauffage",
        before: { resourceName: "Bureau 1" },
      },
    },
  ]);
  expect(await mailsTo(cancelled)).toMatchObject([{ kind: "booking-closed" }]);
  expect(await mailsTo(kept)).toMatchObject([{ kind: "booking-kept" }]);
  const closureId = result.ok ? result.value.id : "";
  const history = await db.bookingChange.findMany({
    where: { closureId },
    orderBy: { verb: "asc" },
  });
  expect(history.map(({ verb, bookingId, actorId }) => [verb, bookingId, actorId])).toEqual([
    ["cancel", two, host.personId],
    ["keep", three, host.personId],
    ["move", one, host.personId],
  ]);
});

test("« move all » cancels whoever fits nowhere", async () => {
  const space = await aSpace({ desks: 1, latitude: -40, longitude: -40, bookingHorizonDays: 1 });
  const member = await aMember();
  await book(member, space, "day");
  await db.space.updateMany({ data: { bookingHorizonDays: 0 }, where: { id: { not: space.id } } });
  const result = await close(await hostOf(space), space, onDay("day"), { all: "move" });
  await db.space.updateMany({ data: { bookingHorizonDays: 60 } });
  expect(result).toMatchObject({ ok: true, value: { moved: 0, cancelled: 1 } });
});

test("moved to another space, it is another booking there and the first one ends", async () => {
  const space = await aSpace({ latitude: 60, longitude: 60 });
  const near = await aSpace({ latitude: 60, longitude: 60.05, name: "Voisin 60" });
  const [host, member] = [await hostOf(space), await aMember()];
  const id = idOf(await book(member, space, "morning"));
  const { preview } = await readBeforeClosing(host, space, onDay("day"));
  expect(preview.hits).toMatchObject([{ instead: { differs: "space", slug: near.slug } }]);
  expect(await close(host, space, onDay("day"), { all: "move" })).toMatchObject({
    value: { moved: 1, cancelled: 0 },
  });
  expect(await db.booking.findFirst({ where: { id } })).toMatchObject({ state: "cancelled" });
  const [there] = await db.booking.findMany({ where: { spaceId: near.id } });
  expect(there).toMatchObject({
    personId: member.personId,
    state: "confirmed",
    source: "host",
    createdBy: host.personId,
    part: "morning",
  });
  expect(await mailsTo(member)).toMatchObject([
    {
      kind: "booking-moved",
      payload: {
        bookingId: there?.id,
        spaceName: "Voisin 60",
        before: { elsewhere: { bookingId: id, spaceName: space.name } },
      },
    },
  ]);
});

test("a place proposed and taken since changes nothing at all", async () => {
  const space = await aSpace({ desks: 2, latitude: 50, longitude: -50 });
  const host = await hostOf(space);
  const [desk, second] = space.desks;
  const id = idOf(await book(await aMember(), space, "morning", desk?.id));
  const target = { slug: space.slug, resourceId: desk?.id };
  const { announcement } = await readBeforeClosing(host, target, onDay("day"));
  await book(await aMember(), space, "morning", second?.id);
  const answered = { ...announcement, ...target, all: "move" as const, choices: {} };
  expect(await announceClosure(host, answered, mondayMorning)).toMatchObject({
    refusal: "list_changed",
  });
  expect(await db.booking.findFirst({ where: { id } })).toMatchObject({
    resourceId: desk?.id,
    sequence: 0,
  });
  expect(await db.closure.count({ where: { spaceId: space.id } })).toBe(0);
});

test("a room that splits closes with its halves, and each half closes the whole", async () => {
  const space = await aSpace();
  const host = await hostOf(space);
  const [whole, left, right] = [await aRoom(space), await aRoom(space), await aRoom(space)];
  await db.resourcePart.createMany({
    data: [left, right].map(({ id }) => ({ spaceId: space.id, wholeId: whole.id, partId: id })),
  });
  const member = await aMember();
  await book(member, space, "morning", whole.id);
  const target = { slug: space.slug, resourceId: left.id };
  expect(await close(host, target, onDay("day"))).toMatchObject({ value: { cancelled: 1 } });
  expect(await book(member, space, "morning", whole.id)).toMatchObject({
    refusal: "resource_closed",
  });
  expect(await book(member, space, "morning", left.id)).toMatchObject({
    refusal: "resource_closed",
  });
  expect(await book(member, space, "morning", right.id)).toMatchObject({ ok: true });
});

test("opening again lets people book; withdrawing twice is the same as once", async () => {
  const space = await aSpace();
  const host = await hostOf(space);
  const closed = await close(host, space, onDay("morning"));
  const closureId = closed.ok ? closed.value.id : "";
  await withdrawClosure(host, { closureId }, mondayMorning);
  await withdrawClosure(host, { closureId }, mondayMorning);
  expect(await book(await aMember(), space)).toMatchObject({ ok: true });
  expect(await db.journalEntry.count({ where: { subjectId: closureId } })).toBe(2);
});
