import { expect, test } from "vitest";
import { bookResource } from "@/lib/bookings/commands";
import { addDays, day, instantAt } from "@/lib/core/day";
import { NotFound } from "@/lib/core/errors";
import { editEvent } from "@/lib/events/editing/commands";
import { repeatEvent } from "@/lib/events/series/commands";
import { cancelEvent } from "@/lib/events/showings/commands";
import { db } from "@/lib/infra/db";
import { aMember } from "@/tests/support/actors";
import { close, onDay } from "@/tests/support/closures";
import { aHouse, made } from "@/tests/support/event-fields";
import { thursday } from "@/tests/support/events";
import { mondayMorning as at } from "@/tests/support/factories";
import { plainFields } from "@/tests/support/plain-events";

const days = [7, 14, 21].map((count) => addDays(thursday, count));
const weekly = { frequency: "weekly" as const, lastDay: addDays(thursday, 21) };

async function datesOf(spaceId: string) {
  return db.event.findMany({ where: { spaceId }, orderBy: { startsAt: "asc" } });
}

test("each date is an event of its own, in its own room, by the wall of the space across the clock change", async () => {
  const house = await aHouse();
  const { id } = await made(house, { day: day("2026-10-22") });
  const autumn = { frequency: "weekly" as const, lastDay: day("2026-11-05") };
  const wanted = [day("2026-10-29"), day("2026-11-05")];
  const result = await repeatEvent(house.host, { eventId: id, ...autumn, days: wanted }, at);
  expect(result).toMatchObject({ ok: true, value: { made: 2, refused: [] } });
  const dates = await datesOf(house.space.id);
  expect(dates.map(({ startsAt }) => startsAt.toISOString())).toEqual([
    ...["2026-10-22T12:00:00.000Z", "2026-10-29T13:00:00.000Z", "2026-11-05T13:00:00.000Z"],
  ]);
  expect(new Set(dates.map(({ bookingId }) => bookingId)).size).toBe(3);
  expect(new Set(dates.map(({ seriesId }) => seriesId)).size).toBe(1);
});

test("a date whose room is taken is told and left aside, the others are made", async () => {
  const house = await aHouse();
  const { id } = await made(house);
  const [, second] = days;
  if (!second) throw new Error("three days");
  const hours = {
    ...{ slug: house.space.slug, resourceId: house.room.id },
    startsAt: instantAt(second, 900, house.space.timeZone),
    endsAt: instantAt(second, 960, house.space.timeZone),
  };
  await bookResource(await aMember(), hours, at);
  expect(await repeatEvent(house.host, { eventId: id, ...weekly, days }, at)).toMatchObject({
    value: { made: 2, refused: [{ day: second, refusal: "room_taken" }] },
  });
});

test("no date could be had: why is said of each, a closed place not being a room taken", async () => {
  const house = await aHouse();
  const { id } = await made(house);
  const [first, second] = days;
  if (!first || !second) throw new Error("three days");
  const { slug, timeZone } = house.space;
  const hours = {
    startsAt: instantAt(first, 900, timeZone),
    endsAt: instantAt(first, 960, timeZone),
  };
  await bookResource(await aMember(), { slug, resourceId: house.room.id, ...hours }, at);
  await close(house.host, { slug }, onDay("day", second));
  const sent = { eventId: id, ...weekly, days: [first, second] };
  expect(await repeatEvent(house.host, sent, at)).toMatchObject({
    refusal: "no_date",
    data: {
      refused: [
        { day: first, refusal: "room_taken" },
        { day: second, refusal: "space_closed" },
      ],
    },
  });
});

test("said twice, and at once, no date is made twice; one cancelled is not made again", async () => {
  const house = await aHouse();
  const { id } = await made(house);
  const repeat = () => repeatEvent(house.host, { eventId: id, ...weekly, days }, at);
  await Promise.all([repeat(), repeat()]);
  const dates = await datesOf(house.space.id);
  expect(dates).toHaveLength(4);
  await cancelEvent(house.host, { eventId: dates[1]?.id ?? "" }, at);
  // The same form again makes nothing, and says of each date that the series has it.
  const refused = days.map((each) => ({ day: each, refusal: "exists" }));
  expect(await repeat()).toMatchObject({ ok: true, value: { made: 0, refused } });
  expect(await datesOf(house.space.id)).toHaveLength(4);
});

test("only days of the pattern are made, whatever is sent; each date keeps its own seats", async () => {
  const house = await aHouse();
  const { id } = await made(house);
  const sent = { eventId: id, ...weekly, days: [days[0] ?? thursday, addDays(thursday, 3)] };
  expect(await repeatEvent(house.host, sent, at)).toMatchObject({ value: { made: 1 } });
  const [, second] = await datesOf(house.space.id);
  const fields = plainFields({ day: days[0] ?? thursday, capacity: 5 });
  await editEvent(house.host, { eventId: second?.id ?? "", fields }, at);
  expect((await datesOf(house.space.id)).map(({ capacity }) => capacity)).toEqual([8, 5]);
});

test("what is cancelled or somebody else's is not repeated, nor without a day", async () => {
  const house = await aHouse();
  const { id } = await made(house);
  const input = { eventId: id, ...weekly, days };
  await expect(repeatEvent(await aMember(), input, at)).rejects.toThrow(NotFound);
  expect(await repeatEvent(house.host, { ...input, days: [] }, at)).toMatchObject({
    refusal: "no_date",
  });
  const none = { ...input, lastDay: thursday };
  expect(await repeatEvent(house.host, none, at)).toMatchObject({ refusal: "series_of_one" });
  await cancelEvent(house.host, { eventId: id }, at);
  expect(await repeatEvent(house.host, input, at)).toMatchObject({ refusal: "event_ended" });
});
