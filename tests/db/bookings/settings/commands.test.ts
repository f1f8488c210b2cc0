import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { bookResource, cancelBooking } from "@/lib/bookings/commands";
import { changeSettings } from "@/lib/bookings/settings/commands";
import { getSettings } from "@/lib/bookings/settings/queries";
import type { SpaceSettings } from "@/lib/bookings/settings/schema";
import type { Actor } from "@/lib/core/actor";
import { day } from "@/lib/core/day";
import { NotFound } from "@/lib/core/errors";
import { db } from "@/lib/infra/db";
import { getSpaceBySlug } from "@/lib/spaces/queries";
import { aMember, aStaffMember, hostOf } from "@/tests/support/actors";
import { aBooking, aSpace, mondayMorning, tuesday } from "@/tests/support/factories";

const at = mondayMorning;
const noon = 720;

/** The settings as they are but for what differs, said by that actor; as shown to them, or to another. */
async function change(
  actor: Actor,
  { slug, host = actor }: { slug: string; host?: Actor },
  differs: Partial<SpaceSettings>,
  mark?: string,
) {
  const { settings } = await getSettings(host, slug);
  return changeSettings(actor, { slug, mark, settings: { ...settings, ...differs } }, at);
}

const linesOf = (spaceId: string) => db.journalEntry.findMany({ where: { spaceId } });

test("everything of a space is said anew, the journal keeps what differs, calendars are read again", async () => {
  const space = await aSpace();
  const host = await hostOf(space);
  const { version } = await getSpaceBySlug(space.slug);
  const settings: SpaceSettings = {
    noShowGraceMinutes: 45,
    offerMinutes: 60,
    cancelDaysBefore: 2,
    cancelUntilMinute: noon,
    bookingHorizonDays: 90,
    halfDayBoundary: 800,
    schoolZone: "A",
    mostPeople: 60,
  };
  const input = { slug: space.slug, mark: undefined, settings };
  expect(await changeSettings(host, input, at)).toEqual({ ok: true, value: { isChanged: true } });
  expect(await changeSettings(host, input, at)).toEqual({ ok: true, value: { isChanged: false } });
  expect((await getSettings(host, space.slug)).settings).toEqual(settings);
  const read = await getSpaceBySlug(space.slug);
  expect(read.version).toBeGreaterThan(version);
  expect([read.noShowGraceMinutes, read.calendar.halfDayBoundary]).toEqual([45, 800]);
  expect(await linesOf(space.id)).toMatchObject([
    {
      ...{ action: "space.settings_changed", actorId: host.personId },
      before: { noShowGraceMinutes: null, halfDayBoundary: 780 },
      after: { noShowGraceMinutes: 45, halfDayBoundary: 800 },
    },
  ]);
  await change(host, space, { bookingHorizonDays: 30 });
  const lines = await linesOf(space.id);
  expect(lines.at(-1)).toMatchObject({ before: { bookingHorizonDays: 90 } });
  expect(lines.at(-1)?.after).toEqual({ bookingHorizonDays: 30 });
});

test("once wanted, the grace gives back what is booked from then on, not what was", async () => {
  const space = await aSpace({ desks: 1 });
  const member = await aMember();
  const book = async (part: "morning" | "afternoon") => {
    const idempotencyKey = randomUUID();
    const wish = { slug: space.slug, day: tuesday, part, idempotencyKey };
    const booked = await bookResource(member, wish, at);
    if (!booked.ok) throw new Error(booked.refusal);
    const where = { id: booked.value.id };
    return (await db.booking.findFirstOrThrow({ where })).lapsesAt;
  };
  expect(await book("morning")).toBeNull();
  await change(await hostOf(space), space, { noShowGraceMinutes: 30 });
  expect(await book("afternoon")).toEqual(new Date("2026-06-16T12:00:00Z"));
});

test("a half-day that people have booked is not cut; between two openings the boundary moves freely", async () => {
  const space = await aSpace({ desks: 2 });
  const [host, member] = [await hostOf(space), await aMember()];
  const booked = await bookResource(
    member,
    { slug: space.slug, day: tuesday, part: "morning" },
    at,
  );
  await aBooking({
    ...{ space, desk: 1, day: day("2026-06-18"), part: "morning", state: "requested" },
    ...{ startsAt: "2026-06-18T06:30:00Z", endsAt: "2026-06-18T10:30:00Z" },
  });
  // Of the past, of an afternoon and of the day: none of them is cut at noon.
  await aBooking({
    ...{ space, day: day("2026-06-12"), part: "morning" },
    ...{ startsAt: "2026-06-12T06:30:00Z", endsAt: "2026-06-12T10:30:00Z" },
  });
  await aBooking({
    ...{ space, day: day("2026-06-17"), part: "day" },
    ...{ startsAt: "2026-06-17T06:30:00Z", endsAt: "2026-06-17T16:30:00Z" },
  });
  expect(await change(host, space, { halfDayBoundary: 750 })).toMatchObject({ ok: true });
  expect(await change(host, space, { halfDayBoundary: noon, offerMinutes: 30 })).toEqual({
    ok: false,
    refusal: "halves_booked",
    data: { count: 2, first: tuesday, last: "2026-06-18" },
  });
  expect((await getSettings(host, space.slug)).settings).toMatchObject({
    ...{ halfDayBoundary: 750, offerMinutes: 120 },
  });
  if (booked.ok) await cancelBooking(member, { bookingId: booked.value.id }, at);
  await db.booking.updateMany({
    where: { spaceId: space.id, state: "requested" },
    data: { lapsesAt: at },
  });
  expect(await change(host, space, { halfDayBoundary: noon })).toMatchObject({ ok: true });
});

test("two hosts at once: the second reads the first before writing over it", async () => {
  const space = await aSpace();
  const [one, other] = [await hostOf(space), await hostOf(space)];
  const { mark } = await getSettings(one, space.slug);
  const outcomes = await Promise.all([
    change(one, space, { offerMinutes: 30 }, mark),
    change(other, space, { noShowGraceMinutes: 30 }, mark),
  ]);
  expect(outcomes.filter(({ ok }) => !ok)).toEqual([{ ok: false, refusal: "changed_since" }]);
  expect(await linesOf(space.id)).toHaveLength(1);
});

test("members, staff and the hosts of other spaces set nothing", async () => {
  const space = await aSpace();
  const host = await hostOf(space);
  for (const actor of [await aMember(), await aStaffMember(), await hostOf(await aSpace())]) {
    const said = change(actor, { slug: space.slug, host }, { offerMinutes: 30 });
    await expect(said).rejects.toThrow(NotFound);
  }
  expect(await linesOf(space.id)).toEqual([]);
});
