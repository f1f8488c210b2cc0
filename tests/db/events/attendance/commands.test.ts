import { randomUUID } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import { anonymous, type PersonActor } from "@/lib/core/actor";
import { NotFound } from "@/lib/core/errors";
import {
  countHeads,
  noteAtTheDoor,
  saveAttendance,
  saveSheet,
  withdrawArrival,
} from "@/lib/events/attendance/commands";
import { getAttendanceSheet } from "@/lib/events/attendance/queries";
import { db } from "@/lib/infra/db";
import { aMember, aStaffMember, hostOf } from "@/tests/support/actors";
import { anEvent, aRegistration } from "@/tests/support/events";
import { aSpace } from "@/tests/support/factories";

/** The afternoon of the event. */
const at = new Date("2026-06-18T13:00:00Z");
const minutesAgo = (count: number) => new Date(at.getTime() - count * 60_000);

let space: Awaited<ReturnType<typeof aSpace>>;
let host: PersonActor;
beforeAll(async () => {
  space = await aSpace();
  host = await hostOf(space);
});

async function anEventOf(people: number) {
  const event = await anEvent(space, { capacity: Math.max(1, people) });
  for (let index = 0; index < people; index += 1) await aRegistration(event);
  const rows = await db.eventAttendee.findMany({ where: { eventId: event.id } });
  return { event: event.slug, id: event.id, ids: rows.map(({ id }) => id) };
}

const mark = (attendeeId: string, ago: number, isPresent = true) => ({
  attendeeId,
  isPresent,
  markedAt: minutesAgo(ago),
});

test("thirty ticks on two phones without a line, sent at once: each person is counted once", async () => {
  const { event, ids } = await anEventOf(30);
  const first = ids.slice(0, 20).map((id, index) => mark(id, 50 - index));
  const second = ids.slice(10).map((id, index) => mark(id, 45 - index));
  const walkIn = { id: randomUUID(), name: "Zoé Lacaze", markedAt: minutesAgo(12) };
  const phones = [
    { event, marks: first, arrivals: [walkIn] },
    { event, marks: second, arrivals: [] },
  ];
  // Each sends twice, the line having broken before the answer.
  await Promise.all([...phones, ...phones].map((sent) => saveAttendance(host, sent, at)));
  const { figures, arrivals } = await getAttendanceSheet(host, event, at);
  expect(figures).toMatchObject({ registered: 30, came: 30, atTheDoor: 1, named: 31 });
  expect(arrivals).toHaveLength(1);
});

test("what was unticked later stays unticked, though the tick arrives last", async () => {
  const { event, ids } = await anEventOf(1);
  const [id = ""] = ids;
  await saveAttendance(host, { event, marks: [mark(id, 5, false)], arrivals: [] }, at);
  await saveAttendance(host, { event, marks: [mark(id, 20)], arrivals: [] }, at);
  expect((await getAttendanceSheet(host, event, at)).figures.came).toBe(0);
});

test("written as it arrives, the late tick would win: the check can fail", async () => {
  const { ids, id: eventId } = await anEventOf(1);
  const [id = ""] = ids;
  for (const { isPresent } of [mark(id, 5, false), mark(id, 20)]) {
    await db.eventAttendee.updateMany({
      where: { id },
      data: { presentAt: isPresent ? at : null },
    });
  }
  const row = await db.eventAttendee.findFirst({ where: { eventId } });
  expect(row?.presentAt).not.toBeNull();
});

test("a form marks what it changes and nothing else", async () => {
  const { event, ids } = await anEventOf(3);
  const [a = "", b = "", c = ""] = ids;
  await saveAttendance(host, { event, marks: [mark(a, 10), mark(b, 10)], arrivals: [] }, at);
  const before = await db.eventAttendee.findFirstOrThrow({ where: { id: a } });
  await saveSheet(host, { event, was: [a, b], ticked: [a, c] }, at);
  const { people } = await getAttendanceSheet(host, event, at);
  const present = people.filter(({ isPresent }) => isPresent).map(({ id }) => id);
  expect(new Set(present)).toEqual(new Set([a, c]));
  const after = await db.eventAttendee.findFirstOrThrow({ where: { id: a } });
  expect(after.markedAt).toEqual(before.markedAt);
});

test("somebody at the door is noted once, and taken back", async () => {
  const { event } = await anEventOf(0);
  const id = randomUUID();
  await noteAtTheDoor(host, { event, id, name: "Paul" }, at);
  await noteAtTheDoor(host, { event, id, name: "Paul" }, at);
  expect((await getAttendanceSheet(host, event, at)).figures.atTheDoor).toBe(1);
  await withdrawArrival(host, { event, id }, at);
  await withdrawArrival(host, { event, id }, at);
  expect((await getAttendanceSheet(host, event, at)).figures.atTheDoor).toBe(0);
  // A phone that still has it sends it again: it stays taken back.
  await noteAtTheDoor(host, { event, id, name: "Paul" }, at);
  expect((await getAttendanceSheet(host, event, at)).figures.atTheDoor).toBe(0);
});

test("heads are counted beside the names, and uncounted", async () => {
  const { event } = await anEventOf(2);
  await countHeads(host, { event, heads: 40 }, at);
  const counted = (await getAttendanceSheet(host, event, at)).figures;
  expect(counted).toMatchObject({ heads: 40, named: 0 });
  await countHeads(host, { event }, at);
  expect((await getAttendanceSheet(host, event, at)).figures.heads).toBeNull();
});

test("a phone a day late unticks whom a form ticked, and what it marked before that form does not", async () => {
  const { event, ids } = await anEventOf(1);
  const [id = ""] = ids;
  const came = async () => (await getAttendanceSheet(host, event, at)).figures.came;
  const day = 24 * 60;
  const phone = (ago: number, isPresent: boolean) => ({
    ...{ event, arrivals: [], sentAt: minutesAgo(day) },
    marks: [mark(id, day + ago, isPresent)],
  });
  await saveSheet(host, { event, was: [], ticked: [id] }, minutesAgo(10));
  await saveAttendance(host, phone(30, false), at);
  expect(await came()).toBe(1);
  await saveAttendance(host, phone(5, false), at);
  expect(await came()).toBe(0);
});

test("a mark of somebody of another event changes nothing and is told", async () => {
  const [here, there] = [await anEventOf(1), await anEventOf(1)];
  const [stranger = ""] = there.ids;
  const sent = { event: here.event, marks: [mark(stranger, 5)], arrivals: [] };
  const saved = await saveAttendance(host, sent, at);
  expect(saved).toEqual({ ok: true, value: { unknown: [stranger] } });
  expect((await getAttendanceSheet(host, there.event, at)).figures.came).toBe(0);
});

test("before its day, long after, and once cancelled the sheet is not filled in", async () => {
  const { event, ids, id } = await anEventOf(1);
  const [first = ""] = ids;
  const sent = { event, marks: [mark(first, 5)], arrivals: [] };
  const said = async (instant: Date) => {
    const saved = await saveAttendance(host, sent, instant);
    return saved.ok ? null : saved.refusal;
  };
  expect(await said(new Date("2026-06-17T12:00:00Z"))).toBe("not_yet");
  expect(await said(new Date("2026-08-01T12:00:00Z"))).toBe("too_late");
  await db.event.updateMany({ where: { id }, data: { state: "cancelled", endedAt: at } });
  expect(await said(at)).toBe("event_cancelled");
});

test("more people at the door than there may be are refused, all of them", async () => {
  const { event } = await anEventOf(0);
  const arrivals = (count: number) =>
    Array.from({ length: count }, (_, index) => ({
      id: randomUUID(),
      name: `Passant ${index}`,
      markedAt: at,
    }));
  await saveAttendance(host, { event, marks: [], arrivals: arrivals(499) }, at);
  const saved = await saveAttendance(host, { event, marks: [], arrivals: arrivals(2) }, at);
  expect(saved).toMatchObject({ ok: false, refusal: "too_many_arrivals" });
});

test("hosts and speakers see and tick people; members, staff and visitors are told there is none", async () => {
  const { event, id, ids } = await anEventOf(1);
  const speaker = await aMember();
  await db.eventSpeaker.create({
    data: { spaceId: space.id, eventId: id, personId: speaker.personId, acceptedAt: at },
  });
  const [first = ""] = ids;
  const sent = { event, marks: [mark(first, 5)], arrivals: [] };
  expect((await saveAttendance(speaker, sent, at)).ok).toBe(true);
  for (const stranger of [anonymous, await aMember(), await aStaffMember()]) {
    await expect(saveAttendance(stranger, sent, at)).rejects.toThrow(NotFound);
    await expect(getAttendanceSheet(stranger, event, at)).rejects.toThrow(NotFound);
    await expect(countHeads(stranger, { event, heads: 1 }, at)).rejects.toThrow(NotFound);
  }
});
