import { expect, test } from "vitest";
import { seatKinds } from "@/lib/bookings/schema";
import { decideWish, wantedOf } from "@/lib/bookings/wishes/queries";
import { db } from "@/lib/infra/db";
import { getSpaceBySlug } from "@/lib/spaces/queries";
import { aBooking, aRoom, aSpace, mondayMorning, tuesday } from "@/tests/support/factories";

const morning = { day: tuesday, part: "morning" as const };
const anySeat = { kinds: seatKinds };
const bounds = { startsAt: "2026-06-16T06:30:00Z", endsAt: "2026-06-16T10:30:00Z" };

test("without a resource, the free seats that may be had, in the host's order", async () => {
  const made = await aSpace();
  await aBooking({ space: made, ...morning, ...bounds });
  await aRoom(made);
  const space = await getSpaceBySlug(made.slug);
  const wish = await decideWish(db, space, morning, anySeat, mondayMorning);
  expect(wish.ok && wish.value.candidates.map((resource) => resource.name)).toEqual([
    "Bureau 2",
    "Bureau 3",
  ]);
});

test("of a kind that is no seat, those of it that go by that part", async () => {
  const made = await aSpace();
  await aRoom(made, { kind: "equipment", name: "Écran", rank: 1, modes: ["half_day"] });
  await aRoom(made, { kind: "equipment", name: "Scie", rank: 2, modes: ["hour", "day"] });
  const space = await getSpaceBySlug(made.slug);
  const wish = await decideWish(db, space, morning, { kinds: ["equipment"] }, mondayMorning);
  expect(wish.ok && wish.value.candidates.map((resource) => resource.name)).toEqual(["Écran"]);
});

test("one asked for is decided by its own terms, and its own closures", async () => {
  const made = await aSpace();
  const room = await aRoom(made, { noticeMinutes: 60 * 48 });
  const space = await getSpaceBySlug(made.slug);
  const of = (id: string) => decideWish(db, space, morning, { resourceId: id }, mondayMorning);
  expect(await of(room.id)).toMatchObject({ refusal: "too_late_to_book" });
  expect(await of(crypto.randomUUID())).toMatchObject({ refusal: "not_bookable" });
  await db.closure.create({
    data: {
      spaceId: made.id,
      resourceId: made.desks[0]?.id ?? "",
      reason: "Écran en panne",
      startsAt: new Date(bounds.startsAt),
      endsAt: new Date(bounds.endsAt),
    },
  });
  const changed = await getSpaceBySlug(made.slug);
  const desk = made.desks[0]?.id ?? "";
  expect(await decideWish(db, changed, morning, { resourceId: desk }, mondayMorning)).toMatchObject(
    {
      refusal: "resource_closed",
      data: { reason: "Écran en panne" },
    },
  );
  const any = await decideWish(db, changed, morning, anySeat, mondayMorning);
  expect(any.ok && any.value.candidates).toHaveLength(2);
});

test("a resource that an outside calendar keeps busy is taken", async () => {
  const made = await aSpace();
  const desk = made.desks[0]?.id ?? "";
  const { id: importId } = await db.calendarImport.create({
    data: {
      spaceId: made.id,
      resourceId: desk,
      name: "Mairie",
      url: "https://mairie.example/a.ics",
    },
  });
  const busy = {
    startsAt: new Date("2026-06-16T08:00:00Z"),
    endsAt: new Date("2026-06-16T09:00:00Z"),
  };
  await db.busyBlock.create({ data: { spaceId: made.id, importId, resourceId: desk, ...busy } });
  const space = await getSpaceBySlug(made.slug);
  expect(await decideWish(db, space, morning, { resourceId: desk }, mondayMorning)).toMatchObject({
    refusal: "slot_taken",
  });
  const any = await decideWish(db, space, morning, anySeat, mondayMorning);
  expect(any.ok && any.value.candidates.map(({ id }) => id)).not.toContain(desk);
});

test("hours need a resource of their own", async () => {
  const space = await getSpaceBySlug((await aSpace()).slug);
  const hours = {
    slug: space.slug,
    resourceId: crypto.randomUUID(),
    startsAt: new Date(bounds.startsAt),
    endsAt: new Date(bounds.endsAt),
  };
  expect(wantedOf(hours)).toEqual({ startsAt: hours.startsAt, endsAt: hours.endsAt });
  expect(await decideWish(db, space, wantedOf(hours), anySeat, mondayMorning)).toMatchObject({
    refusal: "not_bookable",
  });
});
