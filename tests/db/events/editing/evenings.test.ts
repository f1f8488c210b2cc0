import { expect, test } from "vitest";
import { bookResource } from "@/lib/bookings/commands";
import { moveToCell } from "@/lib/bookings/weeks/commands";
import { addDays, day, instantAt } from "@/lib/core/day";
import { formatTimes } from "@/lib/core/format";
import { getAttendanceSheet } from "@/lib/events/attendance/queries";
import { whyNoAttendance } from "@/lib/events/attendance/rules";
import { editEvent } from "@/lib/events/editing/commands";
import { getPublishedEvent, readEventCalendar } from "@/lib/events/feeds/queries";
import { eventCalendar, eventNews } from "@/lib/events/feeds/rules";
import { getEventToEdit } from "@/lib/events/hosted/queries";
import { listAgenda, listMonthEvents } from "@/lib/events/listings/queries";
import { readAgendaSearch } from "@/lib/events/listings/rules";
import { aMember } from "@/tests/support/actors";
import { faultsOfCalendar } from "@/tests/support/calendar-lines";
import { aHouse, made, standing } from "@/tests/support/event-fields";
import { thursday } from "@/tests/support/events";
import { mondayMorning as at } from "@/tests/support/factories";
import { plainFields } from "@/tests/support/plain-events";

/** A talk from nine to half past midnight, in a room. */
async function aTalk() {
  const house = await aHouse();
  const place = { kind: "room" as const, resourceId: house.room.id };
  const evening = { place, startMinute: 1_260, endMinute: 1_470 };
  const talk = await made(house, evening);
  return { ...house, ...talk, fields: plainFields(evening) };
}

test("a talk holds its room past midnight, and its form says so again", async () => {
  const { space, host, id, slug, room, fields } = await aTalk();
  const event = await standing(id);
  const endsAt = instantAt(addDays(thursday, 1), 30, space.timeZone);
  expect(event).toMatchObject({ endsAt, booking: { endsAt, resourceId: room.id, day: event.day } });
  const edited = await getEventToEdit(host, { slug: space.slug, event: slug });
  expect(edited.fields).toMatchObject({ day: thursday, startMinute: 1_260, endMinute: 1_470 });
  expect(await editEvent(host, { eventId: id, fields }, at)).toMatchObject({
    value: { isChanged: false },
  });
  const night = { startsAt: instantAt(addDays(thursday, 1), 0, space.timeZone), endsAt };
  const wish = { slug: space.slug, resourceId: room.id, ...night };
  expect((await bookResource(await aMember(), wish, at)).ok).toBe(false);
});

test("the agenda, the month, the feeds and the sheet say when it ends", async () => {
  const { space, host, slug } = await aTalk();
  const search = readAgendaSearch({ lieu: space.slug }, day("2026-06-15"));
  const midnight = instantAt(addDays(thursday, 1), 10, space.timeZone);
  // Under way past midnight, it is still on.
  expect((await listAgenda(search, midnight)).events.map((event) => event.slug)).toEqual([slug]);
  const month = await listMonthEvents({ ...search, month: day("2026-06-01") }, at);
  expect(month.map((event) => event.day)).toEqual([thursday]);
  const { events } = await readEventCalendar({ space: space.slug }, at);
  const terms = {
    locale: "fr" as const,
    origin: "https://lieux.test",
    source: "https://lieux.test/x",
  };
  const told = { ...terms, scope: { space: null, theme: null }, at };
  const calendar = eventCalendar(events, told);
  expect(faultsOfCalendar(calendar)).toEqual([]);
  expect(calendar).toContain("DTEND:20260618T223000Z");
  expect(eventNews([await getPublishedEvent(slug, at)], told)).toContain(
    "21\u00a0h\u00a0– 0\u00a0h\u00a030",
  );
  const sheet = await getAttendanceSheet(host, slug, midnight);
  expect(formatTimes(sheet.event, space.timeZone, "fr")).toBe("21\u00a0h\u00a0– 0\u00a0h\u00a030");
  expect(
    whyNoAttendance({ ...sheet.event, timeZone: space.timeZone, state: "published" }, midnight),
  ).toBeNull();
});

test("a host moves it on the board to another evening that ends past midnight", async () => {
  const { space, host, id, room } = await aTalk();
  const friday = addDays(thursday, 1);
  const bookingId = (await standing(id)).bookingId ?? "";
  const cell = { bookingId, resourceId: room.id, day: friday, part: "hours" as const };
  const form = { ...cell, from: 1_320, until: 60, exact: "1" as const };
  expect(await moveToCell(host, form, at)).toMatchObject({ ok: true });
  expect(await standing(id)).toMatchObject({
    startsAt: instantAt(friday, 1_320, space.timeZone),
    endsAt: instantAt(addDays(friday, 1), 60, space.timeZone),
  });
});
