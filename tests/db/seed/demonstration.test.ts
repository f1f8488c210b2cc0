import { expect, test } from "vitest";
import { readCode } from "@/lib/bookings/presence/rules";
import { codeLength } from "@/lib/bookings/presence/schema";
import { listTakenIntervals } from "@/lib/bookings/queries";
import { listRequests } from "@/lib/bookings/requests/queries";
import { slotOf, slotOpening } from "@/lib/bookings/rules";
import { anonymous } from "@/lib/core/actor";
import { dateColumn, day, dayFromColumn } from "@/lib/core/day";
import { getEvent } from "@/lib/events/queries";
import { structuredEvent } from "@/lib/events/structured-data/rules";
import { listViewsOf } from "@/lib/identity/journal/queries";
import { db } from "@/lib/infra/db";
import { countWaitingReports } from "@/lib/members/abuse-reports/queries";
import { listAds } from "@/lib/members/ads/queries";
import { readAdSearch } from "@/lib/members/ads/rules";
import { countUnreadMessages } from "@/lib/members/conversations/queries";
import { endsSoon, holdsAt } from "@/lib/members/habilitations/rules";
import { getReportRows } from "@/lib/reports/indicators/queries";
import { commuteAvoided } from "@/lib/reports/indicators/travel/rules";
import { openingOfDay } from "@/lib/spaces/opening-hours/rules";
import { listSpaces } from "@/lib/spaces/queries";
import { awaitedBookings, demoBookings, type Member } from "@/prisma/seed/demo-history";
import { seedDemonstration } from "@/prisma/seed/demonstration";
import { seedTerritory } from "@/prisma/seed/territory";
import { aStaffMember, hostOf } from "@/tests/support/actors";
import { faultsOfStructuredEvent } from "@/tests/support/structured-data";

const at = new Date("2026-06-17T08:42:00Z");
const today = day("2026-06-17");

test("the demonstration is a believable network of six spaces over eighteen months", async () => {
  await seedTerritory();
  const { bookings } = await seedDemonstration(at);
  expect(bookings).toBe(await db.booking.count());
  expect(await db.space.count()).toBe(6);
  expect(await db.commune.count({ where: { isMember: true } })).toBe(27);

  const spaces = await listSpaces();
  const rows = await db.booking.findMany({
    // Hosts hold events when nobody works there too.
    where: { source: { not: "event" } },
    select: { spaceId: true, day: true, part: true, startsAt: true, endsAt: true, state: true },
  });
  const closed = rows.filter((row) => {
    const space = spaces.find((candidate) => candidate.id === row.spaceId);
    if (!space) return true;
    if (row.part === "hours") return row.startsAt > at || row.endsAt < at;
    const opening = slotOpening(openingOfDay(space.calendar, dayFromColumn(row.day)), row.part);
    return !opening.open || opening.startsAt.getTime() !== row.startsAt.getTime();
  });
  expect(closed).toEqual([]);

  const months = await db.$queryRaw<{ month: string; days: number }[]>`
    SELECT to_char(day, 'YYYY-MM') AS month,
      sum(CASE WHEN part = 'day' THEN 1 ELSE 0.5 END)::float AS days
    FROM bookings WHERE checked_in_at IS NOT NULL GROUP BY 1 ORDER BY 1`;
  const lastYear = months.filter((each) => each.month >= "2025-09" && each.month < "2026-06");
  expect(lastYear).toHaveLength(9);
  for (const { month, days } of lastYear) {
    expect(days, month).toBeGreaterThanOrEqual(50);
    expect(days, month).toBeLessThanOrEqual(150);
  }
  const [twice] = await db.$queryRaw<{ count: bigint }[]>`
    SELECT count(*) FROM (SELECT person_id, day FROM bookings
      WHERE state = 'confirmed' AND person_id IS NOT NULL GROUP BY 1, 2 HAVING count(*) > 1) AS more`;
  expect(Number(twice?.count)).toBe(0);
  expect(await db.booking.count({ where: { startsAt: { gt: at } } })).toBeGreaterThan(50);
  expect(
    await db.booking.count({ where: { startsAt: { gt: at }, checkedInAt: { not: null } } }),
  ).toBe(0);
});

test("members ask and offer, one has an answer to read, and a host a report to handle", async () => {
  const member = await db.person.findUniqueOrThrow({ where: { email: "membre@demo.test" } });
  const actor = { ...(await hostOf({ id: "" })), personId: member.id, grants: [] };
  const { count, ads } = await listAds(actor, readAdSearch({}), at);
  expect(count).toBe(16);
  expect(ads[0]?.title).toContain("vidéoprojecteur pour samedi");
  expect(ads[0]?.validUntil).toBe("2026-06-20");
  expect(await countUnreadMessages(actor)).toBe(1);
  const luzech = await db.space.findUniqueOrThrow({ where: { slug: "faitout-luzech" } });
  expect(await countWaitingReports(await hostOf(luzech), luzech.id)).toBe(1);
});

test("a machine asks for a habilitation that some hold, and inductions have given badges", async () => {
  const laser = await db.resource.findFirstOrThrow({ where: { name: "Découpeuse laser" } });
  const own = { person: { email: "membre@demo.test" }, habilitationId: laser.habilitationId ?? "" };
  const grant = await db.habilitationGrant.findFirstOrThrow({ where: own });
  expect(endsSoon(grant, at) && holdsAt(grant, at)).toBe(true);
  expect(await db.habilitationGrant.count({ where: { eventId: { not: null } } })).toBeGreaterThan(
    0,
  );
});

test("it shows what is lent, shared, rationed, asked for and given back, and a poster by the door", async () => {
  const resources = (await listSpaces()).flatMap((space) =>
    space.resources.map((resource) => ({ slug: space.slug, ...resource })),
  );
  const named = (wanted: (resource: (typeof resources)[number]) => boolean) =>
    resources.filter(wanted).map(({ slug, name }) => `${slug}: ${name}`);
  expect(named(({ kind }) => kind === "equipment")).toEqual([
    "faitout-luzech: Vidéoprojecteur 1",
    "faitout-luzech: Vidéoprojecteur 2",
    "les-tilleuls: Découpeuse laser",
  ]);
  expect(named(({ noticeMinutes }) => noticeMinutes > 0)).toEqual([
    "faitout-luzech: Vidéoprojecteur 1",
    "faitout-luzech: Vidéoprojecteur 2",
  ]);
  expect(named(({ needsApproval }) => needsApproval)).toEqual(["faitout-luzech: Bureau fermé 3"]);
  expect(named(({ quotaCount }) => quotaCount === 2)).toEqual(["faitout-prayssac: Cabine 1"]);
  const whole = resources.find(({ name }) => name === "Salle des Gabares");
  const parts = resources.filter(({ id }) => whole?.sharesWith.includes(id));
  expect(parts.map(({ name }) => name)).toEqual(["Salle amont", "Salle aval"]);
  expect(parts.map(({ sharesWith }) => sharesWith)).toEqual([[whole?.id], [whole?.id]]);

  const doors = await db.space.findMany({
    where: { OR: [{ checkInCode: { not: null } }, { noShowGraceMinutes: { not: null } }] },
    select: { slug: true, checkInCode: true, noShowGraceMinutes: true },
    orderBy: { slug: "asc" },
  });
  expect(doors).toEqual([
    { slug: "ancienne-ecole", checkInCode: null, noShowGraceMinutes: 30 },
    { slug: "faitout-luzech", checkInCode: "LUZ46C", noShowGraceMinutes: null },
  ]);
  expect(readCode("LUZ46C")).toHaveLength(codeLength);
});

test("where a place is given back after the grace, the bookings nobody came for say so", async () => {
  const ofTheSchool = { resource: { space: { slug: "ancienne-ecole" } } };
  const past = { ...ofTheSchool, startsAt: { lt: new Date(at.getTime() - 30 * 60_000) } };
  expect(await db.booking.count({ where: { ...past, state: "no_show" } })).toBeGreaterThan(0);
  const unsaid = { ...past, state: "confirmed" as const, checkedInAt: null };
  expect(await db.booking.count({ where: unsaid })).toBe(0);
  const coming = { ...ofTheSchool, startsAt: { gt: at } };
  expect(await db.booking.count({ where: coming })).toBeGreaterThan(0);
  expect(await db.booking.count({ where: { ...coming, lapsesAt: null } })).toBe(0);
});

test("the host of the demonstration has two requests to answer, on a place nobody has", async () => {
  const { space } = await db.roleGrant.findFirstOrThrow({
    where: { person: { email: "hote@demo.test" }, space: { slug: "faitout-luzech" } },
    select: { space: { select: { id: true } } },
  });
  const host = await hostOf({ id: space?.id ?? "" });
  const { requests } = await listRequests(host, "faitout-luzech", at);
  expect(requests.map((asked) => `${asked.day} ${asked.part} ${asked.resourceName}`)).toEqual([
    "2026-06-19 afternoon Bureau fermé 3",
    "2026-06-22 day Bureau fermé 3",
  ]);
  for (const request of requests) {
    expect(request).toMatchObject({ isTaken: false, rivals: 0, note: expect.any(String) });
  }
});

test("two people wait for a full morning, one of them the member of the demonstration", async () => {
  const friday = { day: day("2026-06-19"), part: "morning" as const };
  const entries = await db.waitingEntry.findMany({
    where: { state: "waiting", day: dateColumn(friday.day), part: friday.part },
    select: { spaceId: true, kind: true, person: { select: { email: true } } },
    orderBy: { rank: "asc" },
  });
  expect(entries.map(({ kind }) => kind)).toEqual(["desk", "desk"]);
  expect(entries[0]?.person.email).toBe("membre@demo.test");
  expect(entries[1]?.person.email).toMatch(/^membre-\d+@demo.test$/);
  const prayssac = (await listSpaces()).find(({ slug }) => slug === "faitout-prayssac");
  if (!prayssac) throw new Error("no Prayssac");
  expect(entries.map(({ spaceId }) => spaceId)).toEqual([prayssac.id, prayssac.id]);
  const during = { first: friday.day, last: friday.day };
  const taken = (await listTakenIntervals([prayssac], during, at)).get(prayssac.id) ?? [];
  const { free, taken: seats } = slotOf(prayssac, taken, friday);
  expect(free).toEqual([]);
  expect(seats).toHaveLength(5);
});

test("a room had whole takes its parts with it, a projector is lent", async () => {
  const had = await db.booking.findMany({
    where: {
      startsAt: { gt: at },
      state: "confirmed",
      source: { not: "event" },
      resource: { kind: { notIn: ["desk", "office"] } },
    },
    select: { day: true, part: true, spaceId: true, resource: { select: { name: true } } },
    orderBy: { startsAt: "asc" },
  });
  expect(had.map(({ resource }) => resource.name)).toEqual([
    "Salle des Gabares",
    "Vidéoprojecteur 1",
  ]);
  const cale = (await listSpaces()).find(({ slug }) => slug === "la-cale");
  const [room] = had;
  if (!cale || !room) throw new Error("no room");
  const on = dayFromColumn(room.day);
  const taken = (await listTakenIntervals([cale], { first: on, last: on }, at)).get(cale.id) ?? [];
  const slot = slotOf(cale, taken, { day: on, part: "morning", kinds: ["room"] });
  expect(slot.taken.map(({ name }) => name)).toEqual([
    "Salle des Gabares",
    "Salle amont",
    "Salle aval",
  ]);
});

test("the same day gives the same network", async () => {
  const spaces = await listSpaces();
  const people = await db.person.findMany({ orderBy: { createdAt: "asc" } });
  const members: Member[] = people.map((person) => ({
    id: person.id,
    name: person.name ?? "",
    email: person.email ?? "",
    commune: "46182",
    since: 500,
    until: 0,
    rhythms: [{ space: "faitout-luzech", part: "day", weekdays: [2], chance: 0.5 }],
  }));
  const once = demoBookings(members, spaces, today, at);
  expect(demoBookings(members, spaces, today, at)).toEqual(once);
  expect(once.length).toBeGreaterThan(500);
});

test("two people are late in each real space while it is open, nobody while it is closed", async () => {
  const spaces = await listSpaces();
  const late = awaitedBookings(spaces, today, at);
  expect(late.map(({ guestName }) => guestName)).toEqual([
    "Bertille",
    "Gaspard",
    "Colette",
    "Firmin",
  ]);
  expect(awaitedBookings(spaces, today, new Date("2026-06-17T22:30:00Z"))).toEqual([]);
});

test("the journal tells what hosts did and saw of late, the oldest line first", async () => {
  const lines = await db.journalEntry.findMany({ orderBy: { id: "asc" } });
  expect(lines.length).toBeGreaterThan(30);
  expect(lines.map(({ at: when }) => when)).toEqual(
    lines.map(({ at: when }) => when).sort((a, b) => a.getTime() - b.getTime()),
  );
  const actions = new Set(lines.map(({ action }) => action));
  expect([...actions].sort()).toEqual([
    "people.viewed",
    "resource.changed",
    "role.granted",
    "space.settings_changed",
  ]);
  const member = await db.person.findUniqueOrThrow({ where: { email: "membre@demo.test" } });
  const views = await listViewsOf({ ...(await hostOf({ id: "" })), personId: member.id });
  expect(views.length).toBeGreaterThan(0);
});

test("a year of events stands behind and two months ahead, of every kind a page has to say", async () => {
  const events = await db.event.findMany({
    select: { state: true, placeKind: true, startsAt: true, seriesId: true, bookingId: true },
  });
  const past = events.filter(({ startsAt }) => startsAt < at);
  expect(past.length).toBeGreaterThanOrEqual(25);
  expect(events.length - past.length).toBeGreaterThanOrEqual(10);
  expect(new Set(events.map(({ placeKind }) => placeKind))).toEqual(
    new Set(["room", "space", "elsewhere", "online"]),
  );
  const unbooked = events.filter(
    ({ placeKind, state, bookingId }) =>
      placeKind === "room" && state === "published" && !bookingId,
  );
  expect(unbooked).toEqual([]);
  expect(events.filter(({ seriesId }) => seriesId !== null).length).toBeGreaterThanOrEqual(6);
  expect(await db.eventRegistration.count({ where: { state: "waiting" } })).toBe(2);
  expect(await db.eventAttendee.count({ where: { presentAt: { gt: at } } })).toBe(0);
});

test("what search engines read of every event of it is a schema.org Event", async () => {
  const events = await db.event.findMany({
    where: { publishedAt: { not: null } },
    select: { slug: true },
  });
  expect(events.length).toBeGreaterThanOrEqual(35);
  for (const { slug } of events) {
    const data = structuredEvent(await getEvent(anonymous, slug, at), "https://lieux.test");
    expect(faultsOfStructuredEvent(JSON.stringify(data)), slug).toEqual([]);
  }
});

test("the travel avoided of a past month has five drivers to be told of, and others too few", async () => {
  const range = { first: day("2026-05-01"), last: day("2026-05-31") };
  const rows = await getReportRows(await aStaffMember(), range, at);
  const reading = commuteAvoided(rows, { range, at });
  if (reading.kind !== "counted") throw new Error(reading.kind);
  const { network, gaveNothing } = reading.value;
  expect(network.persons).toBeGreaterThanOrEqual(5);
  expect(network.byMode.get("car")?.persons).toBeGreaterThanOrEqual(5);
  expect(network.byMode.get("bus")?.persons ?? 0).toBeLessThan(5);
  expect(network.km).toBeGreaterThan(0);
  expect(gaveNothing.of).toBeGreaterThan(network.persons);
});
