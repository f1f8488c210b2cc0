import { beforeAll, expect, test } from "vitest";
import { anonymous } from "@/lib/core/actor";
import { NotFound, Unauthenticated } from "@/lib/core/errors";
import { askRide, offerRide, withdrawRide } from "@/lib/events/rides/commands";
import { db } from "@/lib/infra/db";
import { aMember, hostOf } from "@/tests/support/actors";
import { anEvent } from "@/tests/support/events";
import { aCommune, aSpace, mondayMorning as at } from "@/tests/support/factories";

const start = new Date("2026-06-18T12:00:00Z");

let space: Awaited<ReturnType<typeof aSpace>>;
let communeId: string;
beforeAll(async () => {
  space = await aSpace();
  communeId = (await aCommune()).insee;
});

const journey = async (over = {}) => {
  const { slug, id } = await anEvent(space, over);
  return { id, wish: { event: slug, communeId, seats: 2 } };
};
const linesOf = (eventId: string) => db.eventRide.findMany({ where: { eventId } });

test("seats are offered from a commune at a time, or looked for", async () => {
  const { id, wish } = await journey();
  const [driver, passenger] = [await aMember(), await aMember()];
  expect(await offerRide(driver, { ...wish, leavesAt: 820, note: "Par Albas" }, at)).toMatchObject({
    ok: true,
  });
  expect(await askRide(passenger, wish, at)).toMatchObject({ ok: true });
  expect(await linesOf(id)).toEqual(
    expect.arrayContaining([
      expect.objectContaining({
        personId: driver.personId,
        kind: "offer",
        leavesAt: 820,
        seats: 2,
      }),
      expect.objectContaining({ personId: passenger.personId, kind: "ask", leavesAt: null }),
    ]),
  );
});

test("the same form twice, even at once, is one line; another stands in its way until it is taken off", async () => {
  const { id, wish } = await journey();
  const member = await aMember();
  const [one, two] = await Promise.all([askRide(member, wish, at), askRide(member, wish, at)]);
  expect(one).toEqual(two);
  expect(await linesOf(id)).toHaveLength(1);
  const more = { ...wish, seats: 3 };
  expect(await askRide(member, more, at)).toMatchObject({ refusal: "already_said" });
  await withdrawRide(member, { event: wish.event, rideId: one.ok ? one.value.id : "" }, at);
  expect(await askRide(member, more, at)).toMatchObject({ ok: true });
});

test("nothing once it has begun or is cancelled, nor from a commune that is not there", async () => {
  const { wish } = await journey();
  const member = await aMember();
  expect(await askRide(member, wish, start)).toMatchObject({ refusal: "event_begun" });
  expect(await askRide(member, wish, new Date(+start - 1))).toMatchObject({ ok: true });
  const { wish: off } = await journey({ state: "cancelled", endedAt: at });
  expect(await askRide(member, off, at)).toMatchObject({ refusal: "event_begun" });
  const nowhere = { ...(await journey()).wish, communeId: "99999" };
  expect(await offerRide(member, { ...nowhere, leavesAt: 820 }, at)).toMatchObject({
    refusal: "unknown_commune",
  });
});

test("an event that is online, unknown or not shown has no board; a visitor signs in first", async () => {
  const member = await aMember();
  const { wish: online } = await journey({ placeKind: "online" });
  const { wish: draft } = await journey({ state: "draft", publishedAt: null });
  for (const wish of [online, draft, { ...online, event: "rien" }]) {
    await expect(askRide(member, wish, at)).rejects.toThrow(NotFound);
  }
  await expect(askRide(anonymous, (await journey()).wish, at)).rejects.toThrow(Unauthenticated);
});

test("one takes one’s own off, a host anybody’s, which is journalled; nobody else may", async () => {
  const { id, wish } = await journey();
  const [member, host] = [await aMember(), await hostOf(space)];
  const said = await askRide(member, wish, at);
  const ride = { event: wish.event, rideId: said.ok ? said.value.id : "" };
  for (const actor of [await aMember(), anonymous, await hostOf(await aSpace())]) {
    await expect(withdrawRide(actor, ride, at)).rejects.toThrow(NotFound);
  }
  await withdrawRide(member, ride, at);
  expect(await db.journalEntry.count({ where: { subjectId: id } })).toBe(0);
  const again = await askRide(member, wish, at);
  const other = { event: wish.event, rideId: again.ok ? again.value.id : "" };
  await withdrawRide(host, other, at);
  await withdrawRide(host, other, at);
  expect(await db.journalEntry.findMany({ where: { subjectId: id } })).toMatchObject([
    { action: "event.ride_withdrawn", actorId: host.personId },
  ]);
  expect((await linesOf(id)).every(({ withdrawnAt }) => withdrawnAt !== null)).toBe(true);
});
