import { expect, test } from "vitest";
import { bookResource, cancelBooking } from "@/lib/bookings/commands";
import { addResources, changeResource } from "@/lib/bookings/terms/commands";
import { joinWaitingList } from "@/lib/bookings/waiting-list/commands";
import type { Actor } from "@/lib/core/actor";
import { day } from "@/lib/core/day";
import { NotFound } from "@/lib/core/errors";
import { db } from "@/lib/infra/db";
import { getSpaceBySlug } from "@/lib/spaces/queries";
import { getResourceToSetUp } from "@/lib/spaces/resources/queries";
import { firstSetup } from "@/lib/spaces/resources/rules";
import type { ResourceSetup } from "@/lib/spaces/resources/schema";
import { aMember, hostOf } from "@/tests/support/actors";
import { aBooking, aRoom, aSpace, mondayMorning, tuesday } from "@/tests/support/factories";
import { setupNow } from "@/tests/support/resource-setups";

const at = mondayMorning;
const today = day("2026-06-15");
const morning = { startsAt: "2026-06-16T06:30:00Z", endsAt: "2026-06-16T10:30:00Z" };
const desk = (name: string): ResourceSetup => ({ ...firstSetup("desk", today), name });

/** The setup of a resource as it is, but for what differs, said by that actor. */
async function change(
  actor: Actor,
  slug: string,
  resourceId: string,
  differs: Partial<ResourceSetup>,
) {
  const setup = { ...(await setupNow(slug, resourceId)), ...differs };
  return changeResource(actor, { slug, resourceId, setup }, at);
}

const linesOf = (spaceId: string) =>
  db.journalEntry.findMany({ where: { spaceId }, orderBy: { id: "asc" } });

const versionOf = async (id: string) =>
  (await db.space.findUniqueOrThrow({ where: { id }, select: { calendarVersion: true } }))
    .calendarVersion;

test("everything of a resource is said anew, the journal keeps what differs, calendars are read again", async () => {
  const space = await aSpace();
  const host = await hostOf(space);
  const room = await aRoom(space, { name: "Salle" });
  const [part] = space.desks;
  if (!part) throw new Error("no desk");
  const version = await versionOf(space.id);
  const setup: ResourceSetup = {
    name: "Salle du pont",
    features: ["screen", "step_free"],
    capacity: 12,
    mostPeople: 20,
    inServiceFrom: day("2020-01-01"),
    inServiceUntil: day("2026-12-31"),
    modes: ["hour"],
    stepMinutes: 15,
    minMinutes: 45,
    maxMinutes: 180,
    bufferBeforeMinutes: 5,
    bufferAfterMinutes: 10,
    noticeMinutes: 120,
    habilitationId: null,
    horizonDays: 90,
    cancelNoticeMinutes: 2_880,
    quotaCount: 3,
    quotaPeriod: "month",
    needsApproval: true,
    partIds: [part.id],
  };
  const input = { slug: space.slug, resourceId: room.id, setup };
  expect(await changeResource(host, input, at)).toEqual({ ok: true, value: { isChanged: true } });
  expect(await setupNow(space.slug, room.id)).toEqual(setup);
  expect(await versionOf(space.id)).toBeGreaterThan(version);
  const [line, ...others] = await linesOf(space.id);
  expect(others).toEqual([]);
  expect(line).toMatchObject({
    action: "resource.changed",
    actorId: host.personId,
    subjectId: room.id,
    before: { name: "Salle", capacity: 8, horizonDays: null, partIds: [] },
    after: { name: "Salle du pont", capacity: 12, horizonDays: 90, partIds: [part.id] },
  });
  expect(line?.before).not.toHaveProperty("inServiceFrom");
});

test("the same said again writes nothing", async () => {
  const space = await aSpace();
  const id = space.desks[0]?.id ?? "";
  const version = await versionOf(space.id);
  expect(await change(await hostOf(space), space.slug, id, {})).toEqual({
    ok: true,
    value: { isChanged: false },
  });
  expect(await versionOf(space.id)).toBe(version);
  expect(await linesOf(space.id)).toEqual([]);
});

test("two hosts change a resource at once: the second sees it, what both wrote does not mix", async () => {
  const space = await aSpace();
  const [first, second] = [await hostOf(space), await hostOf(space)];
  const resourceId = space.desks[0]?.id ?? "";
  const { setup, mark } = await getResourceToSetUp(first, space.slug, resourceId);
  const say = (host: Actor, differs: Partial<ResourceSetup>, shown: string) =>
    changeResource(
      host,
      { slug: space.slug, resourceId, mark: shown, setup: { ...setup, ...differs } },
      at,
    );
  const outcomes = await Promise.all([
    say(first, { capacity: 2 }, mark),
    say(second, { quotaCount: 3 }, mark),
  ]);
  const refused = outcomes.filter((outcome) => !outcome.ok);
  expect(refused).toEqual([{ ok: false, refusal: "changed_since" }]);
  const now = await getResourceToSetUp(second, space.slug, resourceId);
  expect([now.setup.capacity, now.setup.quotaCount]).toEqual(outcomes[0]?.ok ? [2, null] : [1, 3]);
  // Having read it again, the same is accepted.
  expect(await say(second, { quotaCount: 5 }, now.mark)).toMatchObject({ ok: true });
});

test("members book by the new terms at once; what was booked keeps its place and its buffers", async () => {
  const space = await aSpace({ desks: 1 });
  const [host, member] = [await hostOf(space), await aMember()];
  const resourceId = space.desks[0]?.id ?? "";
  const book = (part: "morning" | "afternoon") =>
    bookResource(member, { slug: space.slug, day: tuesday, part, resourceId }, at);
  expect(await book("morning")).toMatchObject({ ok: true });
  await change(host, space.slug, resourceId, { needsApproval: true, bufferAfterMinutes: 15 });
  expect(await book("afternoon")).toMatchObject({ ok: true });
  const rows = await db.booking.findMany({
    where: { resourceId },
    orderBy: { startsAt: "asc" },
    select: { state: true, endsAt: true, heldUntil: true },
  });
  expect(rows.map(({ state }) => state)).toEqual(["confirmed", "requested"]);
  expect(rows.map(({ endsAt, heldUntil }) => +(heldUntil ?? 0) - +endsAt)).toEqual([0, 900_000]);
  await change(host, space.slug, resourceId, { modes: ["day"] });
  expect(await book("afternoon")).toMatchObject({ refusal: "mode_not_offered" });
});

test("units of equipment are one row each, after those of their kind, bookable at once", async () => {
  const space = await aSpace({ desks: 2 });
  const host = await hostOf(space);
  await aRoom(space, { name: "Salle", rank: 3 });
  const add = (name: string, quantity: number) =>
    addResources(
      host,
      {
        ...{ slug: space.slug, kind: "equipment", quantity },
        setup: { ...firstSetup("equipment", today), name },
      },
      at,
    );
  const first = await add("Écran", 3);
  if (!first.ok) throw new Error(first.refusal);
  await add("Vélo", 1);
  await addResources(
    host,
    { slug: space.slug, kind: "desk", quantity: 1, setup: desk("Bureau 3") },
    at,
  );
  const { resources } = await getSpaceBySlug(space.slug);
  expect(resources.map(({ name }) => name)).toEqual([
    ...["Bureau 1", "Bureau 2", "Bureau 3", "Salle"],
    ...["Écran 1", "Écran 2", "Écran 3", "Vélo"],
  ]);
  const wish = { slug: space.slug, day: tuesday, part: "day" as const };
  const units = first.value.ids.map((resourceId) => ({ ...wish, resourceId }));
  const member = await aMember();
  for (const unit of units) {
    expect(await bookResource(member, unit, at)).toMatchObject({ ok: true });
  }
  const lines = await linesOf(space.id);
  expect(lines.map(({ action }) => action)).toEqual(Array(5).fill("resource.added"));
  expect(lines[0]).toMatchObject({ after: { name: "Écran 1", kind: "equipment" } });
});

test("a name is had once in a space, and a number of units takes all its names or none", async () => {
  const space = await aSpace({ desks: 2 });
  const host = await hostOf(space);
  const taken = { ok: false, refusal: "name_taken" };
  const add = (name: string, quantity = 1) =>
    addResources(host, { slug: space.slug, kind: "equipment", quantity, setup: desk(name) }, at);
  expect(await add("bureau 1")).toEqual(taken);
  expect(await add("Bureau", 5)).toEqual(taken);
  const second = space.desks[1]?.id ?? "";
  expect(await change(host, space.slug, second, { name: "Bureau 1" })).toEqual(taken);
  expect(await change(host, space.slug, second, { name: "BUREAU 2" })).toMatchObject({ ok: true });
  expect(await db.resource.count({ where: { spaceId: space.id } })).toBe(2);
});

test("a day of service that is over stays what it was", async () => {
  const space = await aSpace();
  const host = await hostOf(space);
  const past = { ok: false, refusal: "past_day" };
  const id = space.desks[0]?.id ?? "";
  const yesterday = day("2026-06-14");
  expect(await change(host, space.slug, id, { inServiceUntil: yesterday })).toEqual(past);
  const setup = { ...desk("Bureau 9"), inServiceFrom: yesterday };
  const input = { slug: space.slug, kind: "desk" as const, quantity: 1, setup };
  expect(await addResources(host, input, at)).toEqual(past);
});

test("what people have booked stays in service until they are elsewhere", async () => {
  const space = await aSpace({ desks: 2 });
  const [host, member] = [await hostOf(space), await aMember()];
  const [id = "", other = ""] = space.desks.map((each) => each.id);
  const booked = await bookResource(
    member,
    { slug: space.slug, day: tuesday, part: "morning", resourceId: id },
    at,
  );
  await aBooking({ space, day: tuesday, ...morning, state: "requested" });
  await aBooking({
    space,
    day: today,
    startsAt: "2026-06-15T04:00:00Z",
    endsAt: "2026-06-15T05:00:00Z",
  });
  const leave = (inServiceUntil: typeof tuesday) => ({ inServiceUntil });
  expect(await change(host, space.slug, id, leave(tuesday))).toEqual({
    ok: false,
    refusal: "service_booked",
    data: { count: 2, first: tuesday, last: tuesday },
  });
  expect(await change(host, space.slug, other, leave(tuesday))).toMatchObject({ ok: true });
  expect(await change(host, space.slug, id, leave(day("2026-06-17")))).toMatchObject({ ok: true });
  expect((await setupNow(space.slug, id)).inServiceUntil).toBe("2026-06-17");
  if (booked.ok) await cancelBooking(member, { bookingId: booked.value.id }, at);
  await db.booking.updateMany({
    where: { resourceId: id, state: "requested" },
    data: { lapsesAt: at },
  });
  expect(await change(host, space.slug, id, leave(tuesday))).toMatchObject({ ok: true });
  expect(await linesOf(space.id)).toHaveLength(3);
});

test("a room has the seats that people have booked", async () => {
  const space = await aSpace();
  const host = await hostOf(space);
  const room = await aRoom(space);
  const { id } = await aBooking({ space: { ...space, desks: [room] }, day: tuesday, ...morning });
  await db.booking.updateMany({ where: { id }, data: { companions: ["A", "B", "C"] } });
  expect(await change(host, space.slug, room.id, { capacity: 3 })).toEqual({
    ok: false,
    refusal: "capacity_booked",
    data: { count: 1, first: tuesday, last: tuesday },
  });
  expect(await change(host, space.slug, room.id, { capacity: 4 })).toMatchObject({ ok: true });
});

test("a new desk is offered to whoever waits for one", async () => {
  const space = await aSpace({ desks: 1 });
  const [host, waiting] = [await hostOf(space), await aMember()];
  await aBooking({ space, day: tuesday, ...morning, part: "morning" });
  const wish = { slug: space.slug, day: tuesday, part: "morning" as const, quantity: 1 };
  expect(await joinWaitingList(waiting, { ...wish, kind: "desk" }, at)).toMatchObject({ ok: true });
  const input = { slug: space.slug, kind: "desk" as const, quantity: 1, setup: desk("Bureau 2") };
  const added = await addResources(host, input, at);
  if (!added.ok) throw new Error(added.refusal);
  expect(
    await db.booking.findMany({ where: { resourceId: added.value.ids[0] ?? "" } }),
  ).toMatchObject([{ personId: waiting.personId, state: "held" }]);
});

test("a resource of another space is not found, nor a part of it", async () => {
  const [space, other] = [await aSpace(), await aSpace()];
  const host = await hostOf(space);
  const [own, foreign] = [space.desks[0]?.id ?? "", other.desks[0]?.id ?? ""];
  const setup = desk("Bureau 9");
  const input = { slug: space.slug, setup };
  await expect(changeResource(host, { ...input, resourceId: foreign }, at)).rejects.toThrow(
    NotFound,
  );
  await expect(change(host, space.slug, own, { partIds: [foreign] })).rejects.toThrow(NotFound);
  const withForeign = { ...setup, partIds: [foreign] };
  await expect(
    addResources(host, { ...input, kind: "room", quantity: 1, setup: withForeign }, at),
  ).rejects.toThrow(NotFound);
  expect(await db.resource.count({ where: { spaceId: space.id } })).toBe(3);
});
