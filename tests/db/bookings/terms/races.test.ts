import { expect, test } from "vitest";
import { bookResource } from "@/lib/bookings/commands";
import { decideMoment } from "@/lib/bookings/moments/rules";
import { changeResource } from "@/lib/bookings/terms/commands";
import { tryPlace } from "@/lib/bookings/tries/commands";
import { dateColumn } from "@/lib/core/day";
import { ok } from "@/lib/core/result";
import { db, inTransaction } from "@/lib/infra/db";
import { getSpaceBySlug } from "@/lib/spaces/queries";
import { aMember, hostOf } from "@/tests/support/actors";
import { aSpace, mondayMorning, tuesday } from "@/tests/support/factories";
import { deadlocks, inParallel, overlapsIn } from "@/tests/support/races";
import { setupNow } from "@/tests/support/resource-setups";

const at = mondayMorning;

/** Live bookings on a day on which their resource is no longer in service. */
async function homeless(spaceId: string): Promise<number> {
  const [row] = await db.$queryRaw<{ count: bigint }[]>`
    SELECT count(*) FROM bookings b JOIN resources r ON r.space_id = b.space_id AND r.id = b.resource_id
    WHERE b.space_id = ${spaceId}::uuid AND b.state IN ('requested', 'confirmed', 'held')
      AND b.day >= r.in_service_until`;
  return Number(row?.count);
}

/** A booking of a desk that has read the space, has written, and is not yet there for others. */
async function aBookingUnderWay() {
  const made = await aSpace({ desks: 1 });
  const space = await getSpaceBySlug(made.slug);
  const [resource] = space.resources;
  if (!resource) throw new Error("no desk");
  const moment = decideMoment(space, resource, { day: tuesday, part: "day" }, at);
  if (!moment.ok) throw new Error(moment.refusal);
  const { personId } = await aMember();
  let finish = () => {};
  const isOver = new Promise<void>((resolve) => {
    finish = resolve;
  });
  let taken = () => {};
  const hasWritten = new Promise<void>((resolve) => {
    taken = resolve;
  });
  const { ok: _ok, ...when } = moment;
  const booking = inTransaction(async (tx) => {
    await tryPlace(tx, space, when, [resource], {
      ...{ id: crypto.randomUUID(), personId, state: "confirmed", source: "member" },
      ...{ createdBy: personId, createdAt: at },
    });
    taken();
    await isOver;
    return ok(null);
  });
  await hasWritten;
  return { space, resourceId: resource.id, finish, booking };
}

test("a resource does not leave service under a booking being written", async () => {
  const { space, resourceId, finish, booking } = await aBookingUnderWay();
  const setup = { ...(await setupNow(space.slug, resourceId)), inServiceUntil: tuesday };
  const leaving = changeResource(await hostOf(space), { slug: space.slug, resourceId, setup }, at);
  const early = await Promise.race([
    leaving.then(() => "written"),
    new Promise((resolve) => setTimeout(resolve, 400, "waits")),
  ]);
  expect(early).toBe("waits");
  finish();
  await booking;
  expect(await leaving).toMatchObject({ refusal: "service_booked", data: { count: 1 } });
  expect(await homeless(space.id)).toBe(0);
});

test("written without waiting, the same change leaves a booking without its desk: the test above can fail", async () => {
  const { space, resourceId, finish, booking } = await aBookingUnderWay();
  const where = { spaceId_id: { spaceId: space.id, id: resourceId } };
  await db.resource.update({ where, data: { inServiceUntil: dateColumn(tuesday) } });
  finish();
  await booking;
  expect(await homeless(space.id)).toBe(1);
});

test("members who book and hosts who change desks at once: nothing is left inconsistent, nobody deadlocks", async () => {
  const space = await aSpace({ desks: 12 });
  const { slug } = space;
  const before = await deadlocks();
  const hosts = [await hostOf(space), await hostOf(space)];
  const ids = space.desks.map(({ id }) => id);
  const setups = await Promise.all(ids.map((id) => setupNow(slug, id)));
  const edits = ids.flatMap((resourceId, index) => {
    const setup = setups[index];
    const next = ids[(index + 1) % ids.length];
    const host = hosts[index % 2];
    if (!setup || !next || !host) return [];
    const partIds = index % 3 === 0 ? [next] : [];
    const left = { ...setup, partIds, inServiceUntil: index % 3 === 0 ? null : tuesday };
    return [() => changeResource(host, { slug, resourceId, setup: left }, at)];
  });
  const members = await Promise.all(ids.map(() => aMember()));
  const bookings = members.map((member, index) => {
    const resourceId = ids[index] ?? "";
    return () => bookResource(member, { slug, day: tuesday, part: "day", resourceId }, at);
  });
  const tasks: (() => Promise<{ ok: boolean }>)[] = bookings.flatMap((book, index) => {
    const edit = edits[index];
    const pair = edit ? [edit, book] : [book];
    return index % 2 === 0 ? pair : pair.toReversed();
  });
  const outcomes = await inParallel(tasks);
  expect(outcomes).toHaveLength(24);
  expect(await homeless(space.id)).toBe(0);
  expect(await overlapsIn(space.id)).toBe(0);
  expect((await deadlocks()) - before).toBe(0);
  // Both sides won something: there was a race.
  expect(await db.booking.count({ where: { spaceId: space.id } })).toBeGreaterThan(0);
  expect(await db.journalEntry.count({ where: { spaceId: space.id } })).toBeGreaterThan(0);
});
