import { expect, test } from "vitest";
import { readPageBasis } from "@/lib/bookings/space-pages/queries";
import { publicPageAt } from "@/lib/bookings/space-pages/rules";
import { day } from "@/lib/core/day";
import { editEvent } from "@/lib/events/editing/commands";
import { cancelEvent, publishEvent, reopenEvent } from "@/lib/events/showings/commands";
import { close, onDay } from "@/tests/support/closures";
import { aHouse, made, standing } from "@/tests/support/event-fields";
import { thursday } from "@/tests/support/events";
import { mondayMorning as at } from "@/tests/support/factories";
import { plainFields } from "@/tests/support/plain-events";
import { register } from "@/tests/support/registering";

/** Whether the page of that space that is kept is to be made anew after this. */
async function isStaleAfter(slug: string, does: () => Promise<unknown>): Promise<boolean> {
  const page = publicPageAt(`/lieux/${slug}`, {}, day("2026-06-15"));
  if (!page) throw new Error("not a page that is kept");
  const before = await readPageBasis(page, at);
  // The very same while nothing changes.
  expect(await readPageBasis(page, at)).toBe(before);
  await does();
  return (await readPageBasis(page, at)) !== before;
}

test("what is shown, changed, cancelled or shown again is on the page of its space at once", async () => {
  const house = await aHouse();
  const { slug } = house.space;
  // Far beyond the week shown, and in no room: nothing but the event changes.
  const far = { day: day("2026-07-16"), place: { kind: "space" as const } };
  const { id } = await made(house, far, false);
  const says = (does: () => Promise<{ ok: boolean }>) =>
    isStaleAfter(slug, async () => expect((await does()).ok).toBe(true));
  const edit = (title: string) =>
    editEvent(house.host, { eventId: id, fields: plainFields({ ...far, title }) }, at);
  expect(await says(() => edit("Un brouillon"))).toBe(false);
  expect(await says(() => publishEvent(house.host, { eventId: id }, at))).toBe(true);
  expect(await says(() => edit("Un autre titre"))).toBe(true);
  expect(await says(() => cancelEvent(house.host, { eventId: id }, at))).toBe(true);
  expect(await says(() => reopenEvent(house.host, { eventId: id }, at))).toBe(true);
  expect(await isStaleAfter(slug, () => made(house, far))).toBe(true);
});

test("what says nothing there keeps it: a registration, what to bring", async () => {
  const house = await aHouse();
  const far = { day: day("2026-07-16"), place: { kind: "space" as const } };
  const event = await made(house, far);
  const fields = plainFields({ ...far, bring: "Un carnet" });
  const edited = () => editEvent(house.host, { eventId: event.id, fields }, at);
  expect(await isStaleAfter(house.space.slug, edited)).toBe(false);
  expect(await isStaleAfter(house.space.slug, () => register(event))).toBe(false);
});

test("a closure that cancels it says so there too", async () => {
  const house = await aHouse();
  const { id } = await made(house);
  const target = { slug: house.space.slug };
  const closes = () => close(house.host, target, onDay("day", thursday), { all: "cancel" }, at);
  expect(await isStaleAfter(house.space.slug, closes)).toBe(true);
  expect(await standing(id)).toMatchObject({ state: "cancelled" });
});
