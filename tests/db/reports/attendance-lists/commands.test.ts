import { expect, test } from "vitest";
import { day } from "@/lib/core/day";
import { NotFound } from "@/lib/core/errors";
import { db } from "@/lib/infra/db";
import { openEventList, openSpaceList } from "@/lib/reports/attendance-lists/commands";
import { aMember, aStaffMember, hostOf } from "@/tests/support/actors";
import { anEvent, attends } from "@/tests/support/events";
import { aBooking, aPerson, aSpace, mondayMorning, tuesday } from "@/tests/support/factories";

const motif = "Contrôle de la Région, convention 2026-118";
const later = new Date("2026-07-01T08:00:00Z");

async function aVisitedSpace() {
  const [space, person] = [await aSpace(), await aPerson({ name: "Maëlle Faure" })];
  await aBooking({
    ...{ space, day: tuesday, personId: person.id },
    ...{ startsAt: "2026-06-16T06:30:00Z", endsAt: "2026-06-16T15:00:00Z" },
    checkedInAt: "2026-06-16T06:40:00Z",
  });
  return { space, person };
}

const ofJune = (space: { slug: string }) => ({
  lieu: space.slug,
  ...{ du: day("2026-06-01"), au: day("2026-06-30"), pourquoi: motif },
});

test("opening the list of a space writes who, of what and why in the journal, and whose names were read", async () => {
  const { space, person } = await aVisitedSpace();
  const staff = await aStaffMember();
  const opened = await openSpaceList(staff, ofJune(space), later);
  if (!opened.ok) throw new Error(opened.refusal);
  const line = await db.journalEntry.findFirstOrThrow({ where: { subjectId: opened.value.id } });
  expect(line).toMatchObject({
    ...{ action: "attendance_list.opened", actorId: staff.personId, spaceId: space.id },
    after: { reason: motif, lieu: space.name, du: "2026-06-01", au: "2026-06-30", people: 1 },
  });
  expect(JSON.stringify(line.after)).not.toContain("Maëlle");
  const viewed = await db.journalEntry.findFirstOrThrow({
    where: { actorId: staff.personId, action: "people.viewed" },
  });
  expect(viewed.after).toMatchObject({ screen: "attendance_list", people: [person.id] });
});

test("opening the list of an event is journalled with its title", async () => {
  const [space, staff] = [await aSpace(), await aStaffMember()];
  const event = await anEvent(space);
  await attends(event, "bastien@exemple.test");
  const opened = await openEventList(staff, { evenement: event.id, motif }, later);
  if (!opened.ok) throw new Error(opened.refusal);
  const line = await db.journalEntry.findFirstOrThrow({ where: { subjectId: opened.value.id } });
  expect(line.after).toMatchObject({ reason: motif, event: event.title, du: "2026-06-18" });
});

test("nothing to list before an event begins, or before a day of the period is over", async () => {
  const [space, staff] = [await aSpace(), await aStaffMember()];
  const event = await anEvent(space);
  const refused = { ok: false, refusal: "not_over" };
  expect(await openEventList(staff, { evenement: event.id, motif }, mondayMorning)).toEqual(
    refused,
  );
  const asked = { ...ofJune(space), du: day("2026-06-15") };
  expect(await openSpaceList(staff, asked, mondayMorning)).toEqual(refused);
  expect(await db.journalEntry.count({ where: { actorId: staff.personId } })).toBe(0);
});

test("hosts, members and visitors open nothing, nor does anybody a draft or a space there is not", async () => {
  const { space } = await aVisitedSpace();
  const event = await anEvent(space);
  for (const stranger of [await aMember(), await hostOf(space), { kind: "anonymous" } as const]) {
    await expect(openSpaceList(stranger, ofJune(space), later)).rejects.toThrow(NotFound);
    const asked = { evenement: event.id, motif };
    await expect(openEventList(stranger, asked, later)).rejects.toThrow(NotFound);
  }
  const staff = await aStaffMember();
  const draft = await anEvent(space, { state: "draft" });
  await expect(openEventList(staff, { evenement: draft.id, motif }, later)).rejects.toThrow(
    NotFound,
  );
  await expect(openSpaceList(staff, ofJune({ slug: "nulle-part" }), later)).rejects.toThrow(
    NotFound,
  );
});

test("a list longer than may be read is refused, never cut", async () => {
  const space = await aSpace({ desks: 1 });
  const { id: resourceId } = await db.resource.findFirstOrThrow({ where: { spaceId: space.id } });
  await db.$executeRaw`
    INSERT INTO bookings (id, space_id, resource_id, guest_name, day, part, starts_at, ends_at, state,
      source, checked_in_at)
    SELECT gen_random_uuid(), ${space.id}::uuid, ${resourceId}::uuid, 'Passage ' || n,
      (moment.at AT TIME ZONE 'Europe/Paris')::date, 'hours', moment.at, moment.at + interval '15 minutes',
      'confirmed', 'host', moment.at
    FROM generate_series(1, 5001) n
    CROSS JOIN LATERAL (SELECT '2026-04-02T00:00:00Z'::timestamptz + n * interval '20 minutes' AS at) moment`;
  const staff = await aStaffMember();
  const quarter = { ...ofJune(space), du: day("2026-04-01"), au: day("2026-06-30") };
  expect(await openSpaceList(staff, quarter, later)).toMatchObject({ refusal: "too_many" });
  const month = { ...quarter, au: day("2026-04-30") };
  expect(await openSpaceList(staff, month, later)).toMatchObject({ ok: true });
});
