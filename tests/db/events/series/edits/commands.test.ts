import { expect, test } from "vitest";
import { bookResource } from "@/lib/bookings/commands";
import { addDays, instantAt, wallMinuteOf } from "@/lib/core/day";
import { NotFound } from "@/lib/core/errors";
import { repeatEvent } from "@/lib/events/series/commands";
import { cancelFollowing, editFollowing } from "@/lib/events/series/edits/commands";
import { cancelEvent } from "@/lib/events/showings/commands";
import { db } from "@/lib/infra/db";
import { aMember } from "@/tests/support/actors";
import { aHouse, made } from "@/tests/support/event-fields";
import { thursday } from "@/tests/support/events";
import { mondayMorning as at } from "@/tests/support/factories";
import { plainFields } from "@/tests/support/plain-events";

const days = [7, 14, 21].map((count) => addDays(thursday, count));
const weekly = { frequency: "weekly" as const, lastDay: addDays(thursday, 21) };

async function aSeries() {
  const house = await aHouse();
  const { id } = await made(house);
  await repeatEvent(house.host, { eventId: id, ...weekly, days }, at);
  const dates = () =>
    db.event.findMany({ where: { spaceId: house.space.id }, orderBy: { startsAt: "asc" } });
  const ids = (await dates()).map((event) => event.id);
  const place = { kind: "room" as const, resourceId: house.room.id };
  return { ...house, dates, ids, place };
}

test("from one date on, each that follows is changed alike; those before and cancelled ones are not", async () => {
  const { host, space, dates, ids, place } = await aSeries();
  await cancelEvent(host, { eventId: ids[2] ?? "" }, at);
  const fields = plainFields({ place, day: days[0] ?? thursday, startMinute: 870 });
  expect(await editFollowing(host, { eventId: ids[1] ?? "", fields }, at)).toMatchObject({
    value: { isChanged: true, followed: 1, refused: [] },
  });
  const starts = (await dates()).map(({ startsAt }) => wallMinuteOf(startsAt, space.timeZone));
  expect(starts).toEqual([840, 870, 840, 870]);
  expect((await dates()).map(({ state }) => state)[2]).toBe("cancelled");
});

test("a date whose room is not to be had then stays as it is, and is told", async () => {
  const { host, space, room, dates, ids, place } = await aSeries();
  const last = days[2] ?? thursday;
  const hours = {
    ...{ slug: space.slug, resourceId: room.id },
    startsAt: instantAt(last, 1_020, space.timeZone),
    endsAt: instantAt(last, 1_080, space.timeZone),
  };
  await bookResource(await aMember(), hours, at);
  const fields = plainFields({ place, endMinute: 1_050 });
  expect(await editFollowing(host, { eventId: ids[0] ?? "", fields }, at)).toMatchObject({
    value: { followed: 2, refused: [{ day: last, refusal: "room_taken" }] },
  });
  const ends = (await dates()).map(({ endsAt }) => wallMinuteOf(endsAt, space.timeZone));
  expect(ends).toEqual([1_050, 1_050, 1_050, 1_020]);
});

test("refused for itself, nothing of the series is changed; nobody else changes it", async () => {
  const { host, dates, ids, place } = await aSeries();
  const fields = plainFields({ place, capacity: 9 });
  const input = { eventId: ids[0] ?? "", fields };
  expect(await editFollowing(host, input, at)).toMatchObject({ refusal: "over_ceiling" });
  expect((await dates()).every(({ capacity }) => capacity === 8)).toBe(true);
  await expect(editFollowing(await aMember(), input, at)).rejects.toThrow(NotFound);
  await expect(cancelFollowing(await aMember(), input, at)).rejects.toThrow(NotFound);
});

test("cancelled from one date on, those before it take place", async () => {
  const { host, dates, ids } = await aSeries();
  const input = { eventId: ids[1] ?? "", reason: "Fin du cycle" };
  expect((await cancelFollowing(host, input, at)).ok).toBe(true);
  expect((await dates()).map(({ state }) => state)).toEqual([
    ...["published", "cancelled", "cancelled", "cancelled"],
  ]);
  const live = { spaceId: (await dates())[0]?.spaceId ?? "", state: "confirmed" as const };
  expect(await db.booking.count({ where: { ...live, source: "event" } })).toBe(1);
});

test("whoever leads some dates alone changes those, and the others stay as they are", async () => {
  const { space, dates, ids, place } = await aSeries();
  const speaker = await aMember();
  for (const index of [0, 2]) {
    await db.eventSpeaker.create({
      data: {
        ...{ spaceId: space.id, eventId: ids[index] ?? "", rank: 0 },
        ...{ personId: speaker.personId, acceptedAt: at },
      },
    });
  }
  const input = { eventId: ids[0] ?? "", fields: plainFields({ place, title: "Mieux dit" }) };
  expect(await editFollowing(speaker, input, at)).toMatchObject({
    value: { isChanged: true, followed: 1, refused: [] },
  });
  const isSaid = (await dates()).map(({ title }) => title === "Mieux dit");
  expect(isSaid).toEqual([true, false, true, false]);
});
