import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { forgottenName } from "@/lib/bookings/retention/commands";
import { day } from "@/lib/core/day";
import { NotFound } from "@/lib/core/errors";
import { now } from "@/lib/infra/clock";
import { db } from "@/lib/infra/db";
import { openEventList, openSpaceList } from "@/lib/reports/attendance-lists/commands";
import { getAttendanceList, listHeldEvents } from "@/lib/reports/attendance-lists/queries";
import { aMember, anActor, aStaffMember } from "@/tests/support/actors";
import { anEvent, aRegistration, attends } from "@/tests/support/events";
import { aBooking, aPerson, aSpace, mondayMorning, tuesday } from "@/tests/support/factories";

const motif = "Contrôle de la Région, convention 2026-118";

async function opened(space: { slug: string }) {
  const staff = await aStaffMember();
  const period = { du: day("2026-06-01"), au: day("2026-06-30") };
  const made = await openSpaceList(staff, { lieu: space.slug, ...period, pourquoi: motif }, now());
  if (!made.ok) throw new Error(made.refusal);
  return { staff, id: made.value.id };
}

const stay = {
  ...{ day: tuesday, startsAt: "2026-06-16T06:30:00Z", endsAt: "2026-06-16T15:00:00Z" },
  checkedInAt: "2026-06-16T06:40:00Z",
};

test("a list says who came, when their arrival was noted, for how long and for whom", async () => {
  const space = await aSpace();
  const person = await aPerson({ name: "Maëlle Faure" });
  const organisation = await db.organisation.create({
    data: { name: "Atelier bois", kind: "association", createdBy: person.id },
  });
  await db.organisationPerson.create({
    data: {
      ...{ organisationId: organisation.id, personId: person.id, role: "beneficiary" },
      ...{ createdAt: new Date("2026-01-01"), agreedAt: new Date("2026-01-02") },
    },
  });
  await aBooking({ space, personId: person.id, ...stay });
  // Booked and not come to: nobody's presence.
  const { checkedInAt: _noted, ...booked } = stay;
  await aBooking({ ...booked, space, day: day("2026-06-17"), state: "no_show" });
  const { staff, id } = await opened(space);
  const { lines, unnamed, heads, opening } = await getAttendanceList(staff, id, now());
  expect(lines).toEqual([
    expect.objectContaining({
      ...{ name: "Maëlle Faure", organisation: "Atelier bois", day: "2026-06-16" },
      startsAt: new Date("2026-06-16T06:40:00Z"),
      endsAt: new Date("2026-06-16T15:00:00Z"),
      arrivedAt: new Date("2026-06-16T06:40:00Z"),
    }),
  ]);
  expect([unnamed, heads, opening.reason]).toEqual([[], null, motif]);
});

test("a presence that has lost its person is counted in its month, never named", async () => {
  const space = await aSpace();
  const booking = await aBooking({ space, ...stay });
  await db.booking.update({
    where: { spaceId_id: { spaceId: space.id, id: booking.id } },
    data: { personId: null, guestName: forgottenName },
  });
  const { staff, id } = await opened(space);
  const { lines, unnamed } = await getAttendanceList(staff, id, now());
  expect(lines).toEqual([]);
  expect(unnamed).toEqual([{ month: "2026-06", count: 1 }]);
});

test("that of an event is of those ticked, with the heads counted beside", async () => {
  const [space, staff] = [await aSpace(), await aStaffMember()];
  const event = await anEvent(space, { headCount: 9 });
  await attends(event, "bastien@exemple.test", { name: "Bastien Cazes" });
  await aRegistration(event, { name: "Jamais Venue" });
  const made = await openEventList(staff, { evenement: event.id, motif }, now());
  if (!made.ok) throw new Error(made.refusal);
  const list = await getAttendanceList(staff, made.value.id, now());
  expect(list.lines.map(({ name }) => name)).toEqual(["Bastien Cazes"]);
  expect(list.heads).toBe(9);
  expect(list.lines[0]).toMatchObject({ startsAt: event.startsAt, endsAt: event.endsAt });
});

test("it is read by whoever opened it, for an hour, and by nobody else", async () => {
  const space = await aSpace();
  await aBooking({ space, ...stay });
  const { staff, id } = await opened(space);
  expect((await getAttendanceList(staff, id, now())).lines).toHaveLength(1);
  const admin = await anActor([{ role: "admin", spaceId: null }]);
  for (const other of [await aStaffMember(), admin, await aMember(), { ...staff, grants: [] }]) {
    await expect(getAttendanceList(other, id, now())).rejects.toThrow(NotFound);
  }
  await expect(getAttendanceList(staff, "pas-un-numero", now())).rejects.toThrow(NotFound);
});

test("an opening of an hour and a minute ago is over", async () => {
  const [space, staff] = [await aSpace(), await aStaffMember()];
  const minutesAgo = async (minutes: number) => {
    const subjectId = randomUUID();
    const after = { reason: motif, lieu: space.name, du: "2026-06-01", au: "2026-06-30" };
    const at = new Date(Date.now() - minutes * 60_000);
    const line = { actorId: staff.personId, action: "attendance_list.opened", subjectId };
    await db.journalEntry.create({ data: { ...line, at, spaceId: space.id, after } });
    return subjectId;
  };
  const [inTime, late] = [await minutesAgo(58), await minutesAgo(61)];
  expect((await getAttendanceList(staff, inTime, now())).lines).toEqual([]);
  await expect(getAttendanceList(staff, late, now())).rejects.toThrow(NotFound);
});

test("events that took place may be chosen, by staff alone", async () => {
  const [space, staff] = [await aSpace(), await aStaffMember()];
  const past = await anEvent(space, { on: day("2026-06-11") });
  const coming = await anEvent(space);
  const listed = (await listHeldEvents(staff, mondayMorning)).map(({ id }) => id);
  expect([listed.includes(past.id), listed.includes(coming.id)]).toEqual([true, false]);
  await expect(listHeldEvents(await aMember(), mondayMorning)).rejects.toThrow(NotFound);
});
