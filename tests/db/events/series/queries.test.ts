import { expect, test } from "vitest";
import { bookResource } from "@/lib/bookings/commands";
import { addDays, instantAt } from "@/lib/core/day";
import { NotFound } from "@/lib/core/errors";
import { repeatEvent } from "@/lib/events/series/commands";
import { listFollowing, previewRepeat } from "@/lib/events/series/queries";
import { cancelEvent } from "@/lib/events/showings/commands";
import { db } from "@/lib/infra/db";
import { aMember } from "@/tests/support/actors";
import { close, onDay } from "@/tests/support/closures";
import { aHouse, made } from "@/tests/support/event-fields";
import { thursday } from "@/tests/support/events";
import { mondayMorning as at } from "@/tests/support/factories";

const [first, second, third] = [7, 14, 21].map((count) => addDays(thursday, count));
const weekly = { frequency: "weekly" as const, lastDay: addDays(thursday, 28) };

test("each date says whether its room is free, taken or closed, and whether the series has it", async () => {
  const house = await aHouse();
  const { id, slug: event } = await made(house);
  const { space, room, host } = house;
  if (!first || !second || !third) throw new Error("three days");
  await repeatEvent(host, { eventId: id, ...weekly, days: [first] }, at);
  const hours = {
    ...{ slug: space.slug, resourceId: room.id },
    startsAt: instantAt(second, 900, space.timeZone),
    endsAt: instantAt(second, 960, space.timeZone),
  };
  await bookResource(await aMember(), hours, at);
  await close(host, { slug: space.slug }, onDay("day", third), { all: "cancel" }, at);
  const preview = await previewRepeat(host, { slug: space.slug, event }, weekly, at);
  expect(preview).toMatchObject({
    value: [
      { day: first, state: "exists" },
      { day: second, state: "room_taken" },
      { day: third, state: "space_closed", reason: "Panne de chauffage" },
      { day: weekly.lastDay, state: "free" },
    ],
  });
  const stranger = await aMember();
  await expect(previewRepeat(stranger, { slug: space.slug, event }, weekly, at)).rejects.toThrow(
    NotFound,
  );
});

test("the dates that follow are those to come that stand", async () => {
  const house = await aHouse();
  const { id } = await made(house);
  if (!first || !second || !third) throw new Error("three days");
  await repeatEvent(house.host, { eventId: id, ...weekly, days: [first, second, third] }, at);
  const dates = await db.event.findMany({
    where: { spaceId: house.space.id },
    orderBy: { startsAt: "asc" },
  });
  await cancelEvent(house.host, { eventId: dates[2]?.id ?? "" }, at);
  const { seriesId = null } = dates[0] ?? {};
  const series = { spaceId: house.space.id, seriesId, day: thursday };
  expect((await listFollowing(series, at)).map(({ day }) => day)).toEqual([first, third]);
  expect(await listFollowing({ ...series, seriesId: null }, at)).toEqual([]);
});
