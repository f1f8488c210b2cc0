import ICAL from "ical.js";
import { expect, test } from "vitest";
import { bookResource, cancelBooking } from "@/lib/bookings/commands";
import { makeMemberFeed, makeSpaceFeed } from "@/lib/bookings/feeds/commands";
import {
  findFeedAccess,
  listOwnFeeds,
  listSpaceFeeds,
  readFeed,
} from "@/lib/bookings/feeds/queries";
import { calendarTextOf, mostEntries } from "@/lib/bookings/feeds/rules";
import { moveBooking } from "@/lib/bookings/moves/commands";
import { acceptSwap, proposeSwap } from "@/lib/bookings/swaps/commands";
import { swapCodeOf } from "@/lib/bookings/swaps/rules";
import { NotFound } from "@/lib/core/errors";
import { db } from "@/lib/infra/db";
import { aMember, hostOf } from "@/tests/support/actors";
import { faultsOfCalendar } from "@/tests/support/calendar-lines";
import { aBooking, aSpace, mondayMorning, tuesday } from "@/tests/support/factories";

type Person = Awaited<ReturnType<typeof aMember>>;

async function memberAccess(member: Person, busyOnly = false) {
  const made = await makeMemberFeed(member, { busyOnly }, mondayMorning);
  const access = made.ok ? await findFeedAccess(made.value.token) : null;
  if (!access) throw new Error("no access");
  return access;
}

async function aHost(space: { id: string }): Promise<Person> {
  const host = await hostOf(space);
  const { personId } = host;
  await db.roleGrant.create({ data: { personId, role: "host", spaceId: space.id } });
  return host;
}

const minutesLater = (minutes: number) => new Date(mondayMorning.getTime() + minutes * 60_000);
const book = async (member: Person, slug: string) => {
  const booked = await bookResource(member, { slug, day: tuesday, part: "morning" }, mondayMorning);
  if (!booked.ok) throw new Error(booked.refusal);
  return booked.value.id;
};

test("a member's feed tells their bookings and nobody else's; a second reader reads it", async () => {
  const space = await aSpace();
  const [member, other] = [await aMember(), await aMember()];
  const id = await book(member, space.slug);
  await book(other, space.slug);
  const feed = await readFeed(await memberAccess(member), mondayMorning);
  const text = calendarTextOf(feed, "https://lieux.test/agenda/x.ics", mondayMorning);
  expect(faultsOfCalendar(text)).toEqual([]);
  const events = new ICAL.Component(ICAL.parse(text)).getAllSubcomponents("vevent");
  expect(events.map((event) => String(event.getFirstPropertyValue("uid")))).toEqual([
    `${id}@localhost`,
  ]);
  expect(String(events[0]?.getFirstPropertyValue("dtstart"))).toBe("2026-06-16T08:30:00");
});

test("its number grows with each change; a move is the same event elsewhere, a cancellation stays", async () => {
  const space = await aSpace();
  const member = await aMember();
  const id = await book(member, space.slug);
  const access = await memberAccess(member);
  const entryAt = async (minutes: number) =>
    (await readFeed(access, minutesLater(minutes))).entries;
  const before = await entryAt(0);
  const toAfternoon = { bookingId: id, day: tuesday, part: "afternoon" as const };
  await moveBooking(member, toAfternoon, minutesLater(5));
  const moved = await entryAt(6);
  await cancelBooking(member, { bookingId: id }, minutesLater(10));
  const cancelled = await entryAt(11);
  const all = [...before, ...moved, ...cancelled];
  expect(new Set(all.map(({ uid }) => uid)).size).toBe(1);
  expect(all.map(({ sequence }) => sequence)).toEqual([0, 1, 2]);
  expect(all.map(({ status }) => status)).toEqual(["confirmed", "confirmed", "cancelled"]);
  expect(moved).toMatchObject([
    { startsAt: new Date("2026-06-16T11:30:00Z"), changedAt: minutesLater(5) },
  ]);
  expect(await entryAt(31 * 24 * 60)).toEqual([]);
});

test("given by a swap: cancelled for the giver at the hours of then, sure for the other", async () => {
  const [here, there] = [await aSpace(), await aSpace()];
  const [giver, taker] = [await aMember(), await aMember()];
  const [id, wanted] = [await book(giver, here.slug), await book(taker, there.slug)];
  const accesses = [await memberAccess(giver), await memberAccess(taker)] as const;
  const offer = { bookingId: id, code: swapCodeOf(wanted) };
  const proposed = await proposeSwap(giver, offer, minutesLater(1));
  const swapId = proposed.ok ? proposed.value.id : "";
  expect(await acceptSwap(taker, { swapId }, minutesLater(2))).toMatchObject({ ok: true });
  const toAfternoon = { bookingId: id, day: tuesday, part: "afternoon" as const };
  expect(await moveBooking(taker, toAfternoon, minutesLater(3))).toMatchObject({ ok: true });
  const [given, taken] = await Promise.all(
    accesses.map(async (access) => (await readFeed(access, minutesLater(4))).entries),
  );
  const [morning, afternoon] = ["2026-06-16T06:30:00Z", "2026-06-16T11:30:00Z"].map(
    (text) => new Date(text),
  );
  const of = (entries: typeof given, booking: string) =>
    entries?.find(({ uid }) => uid === `${booking}@localhost`);
  expect(of(given, id)).toMatchObject({ status: "cancelled", startsAt: morning, url: null });
  expect(of(given, wanted)).toMatchObject({ status: "confirmed" });
  expect(of(taken, id)).toMatchObject({ status: "confirmed", startsAt: afternoon });
  expect(of(taken, wanted)).toMatchObject({ status: "cancelled" });
});

test("the feed of a space tells first names; without names none", async () => {
  const space = await aSpace();
  const host = await aHost(space);
  await book(await aMember(), space.slug);
  const read = async (busyOnly: boolean) => {
    const made = await makeSpaceFeed(host, { slug: space.slug, busyOnly }, mondayMorning);
    const access = made.ok ? await findFeedAccess(made.value.token) : null;
    if (!access) throw new Error("no access");
    return (await readFeed(access, mondayMorning)).entries;
  };
  expect(await read(false)).toMatchObject([{ who: "Maëlle", resourceName: "Bureau 1" }]);
  expect(await read(true)).toMatchObject([
    { who: null, place: null, url: null, uid: expect.stringMatching(/^[0-9a-f]{32}@/) },
  ]);
});

test("who no longer runs the space, or has left, no longer reads by their address", async () => {
  const space = await aSpace();
  const host = await aHost(space);
  const made = await makeSpaceFeed(host, { slug: space.slug, busyOnly: false }, mondayMorning);
  const token = made.ok ? made.value.token : "";
  expect(await findFeedAccess(token)).not.toBeNull();
  await db.roleGrant.updateMany({
    where: { personId: host.personId },
    data: { revokedAt: mondayMorning },
  });
  expect(await findFeedAccess(token)).toBeNull();
  const member = await aMember();
  const own = await makeMemberFeed(member, { busyOnly: true }, mondayMorning);
  await db.person.update({ where: { id: member.personId }, data: { erasedAt: mondayMorning } });
  expect(await findFeedAccess(own.ok ? own.value.token : "")).toBeNull();
});

test.each(["", "x", "../../etc", `${"a".repeat(43)}`, "a'; DROP TABLE feed_tokens; --"])(
  "« %s » opens nothing",
  async (token) => {
    expect(await findFeedAccess(token)).toBeNull();
  },
);

test("a busy place is told in bounds: those coming soonest", async () => {
  const space = await aSpace({ desks: 1 });
  const member = await aMember();
  const [desk] = space.desks;
  await db.booking.createMany({
    data: Array.from({ length: mostEntries + 50 }, (_, index) => {
      const startsAt = minutesLater((index - 100) * 60);
      return {
        spaceId: space.id,
        resourceId: desk?.id ?? "",
        personId: member.personId,
        day: new Date("2026-06-16T00:00:00Z"),
        part: "hours" as const,
        startsAt,
        endsAt: new Date(startsAt.getTime() + 1_800_000),
        source: "member" as const,
      };
    }),
  });
  const { entries } = await readFeed(await memberAccess(member), mondayMorning);
  expect(entries).toHaveLength(mostEntries);
  const starts = entries.map(({ startsAt }) => startsAt.getTime());
  expect(Math.max(...starts)).toBe(minutesLater((mostEntries - 51) * 60).getTime());
  expect(Math.min(...starts)).toBe(minutesLater(-50 * 60).getTime());
});

test("bookings long past or far ahead are left out", async () => {
  const space = await aSpace();
  const member = await aMember();
  for (const day of ["2026-03-10", "2027-08-10"]) {
    await aBooking({
      space,
      personId: member.personId,
      day: tuesday,
      startsAt: `${day}T08:00:00Z`,
      endsAt: `${day}T09:00:00Z`,
    });
  }
  expect((await readFeed(await memberAccess(member), mondayMorning)).entries).toEqual([]);
});

test("lists name the addresses in force, without what opens them", async () => {
  const member = await aMember();
  await memberAccess(member, true);
  await memberAccess(member);
  expect(await listOwnFeeds(member)).toMatchObject([{ busyOnly: false }, { busyOnly: true }]);
  const space = await aSpace();
  await expect(listSpaceFeeds(member, space.slug)).rejects.toThrow(NotFound);
});
