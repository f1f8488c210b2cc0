import { expect, test } from "vitest";
import { bookResource, cancelBooking } from "@/lib/bookings/commands";
import { getBooking } from "@/lib/bookings/queries";
import { answerRequests, confirmRequest, refuseRequest } from "@/lib/bookings/requests/commands";
import { answerRequestsInput } from "@/lib/bookings/requests/schema";
import { anonymous, type PersonActor } from "@/lib/core/actor";
import { NotFound } from "@/lib/core/errors";
import { db } from "@/lib/infra/db";
import { aMember, aStaffMember, hostOf } from "@/tests/support/actors";
import { aBooking, aRoom, aSpace, mondayMorning, tuesday } from "@/tests/support/factories";
import { deadlocks, inParallel, outcomesOf, overlapsIn } from "@/tests/support/races";

const morning = { day: tuesday, part: "morning" as const };
const wholeTuesday = { startsAt: "2026-06-16T06:30:00Z", endsAt: "2026-06-16T16:30:00Z" };
const starts = new Date("2026-06-16T06:30:00Z");

async function aSpaceThatAgrees(room = {}) {
  const space = await aSpace({ desks: 1 });
  const agreed = await aRoom(space, { needsApproval: true, ...room });
  return { space, resourceId: agreed.id, host: await hostOf(space) };
}

type Asked = Awaited<ReturnType<typeof aSpaceThatAgrees>>;

async function asked(actor: PersonActor, { space, resourceId }: Asked, at = mondayMorning) {
  const wish = { slug: space.slug, resourceId, ...morning };
  const result = await bookResource(actor, wish, at);
  if (!result.ok) throw new Error(result.refusal);
  return result.value.id;
}

const kindsTo = async ({ personId }: PersonActor) =>
  (await db.notification.findMany({ where: { personId }, orderBy: { createdAt: "asc" } })).map(
    ({ kind }) => kind,
  );

test("what needs the host's agreement is asked for: nothing held, member and hosts told", async () => {
  const place = await aSpaceThatAgrees();
  const { personId } = place.host;
  await db.roleGrant.create({ data: { personId, role: "host", spaceId: place.space.id } });
  const member = await aMember();
  const id = await asked(member, place);
  expect(await db.booking.findFirstOrThrow({ where: { id } })).toMatchObject({
    state: "requested",
    lapsesAt: starts,
  });
  await asked(await aMember(), place);
  expect(await kindsTo(member)).toEqual(["booking-requested"]);
  expect(await kindsTo(place.host)).toEqual(["request-received", "request-received"]);
});

test("the host agrees: it is a booking, its member is told, a second yes changes nothing", async () => {
  const place = await aSpaceThatAgrees();
  const member = await aMember();
  const bookingId = await asked(member, place);
  const yes = () => confirmRequest(place.host, { bookingId }, mondayMorning);
  expect(await yes()).toMatchObject({ ok: true });
  expect(await yes()).toMatchObject({ ok: true });
  const row = await db.booking.findFirstOrThrow({
    where: { id: bookingId },
    include: { changes: true },
  });
  expect(row).toMatchObject({ state: "confirmed", lapsesAt: null, sequence: 1 });
  expect(row.changes).toMatchObject([{ verb: "confirm", actorId: place.host.personId }]);
  expect(await kindsTo(member)).toEqual(["booking-requested", "booking-confirmed"]);
  expect(await db.journalEntry.findMany({ where: { subjectId: bookingId } })).toMatchObject([
    { action: "request.confirmed", actorId: place.host.personId },
  ]);
});

test("of two requests for one place only one is had, the other says what else is free", async () => {
  const place = await aSpaceThatAgrees();
  await aRoom(place.space);
  const [first, second] = [
    await asked(await aMember(), place),
    await asked(await aMember(), place),
  ];
  await confirmRequest(place.host, { bookingId: first }, mondayMorning);
  const late = await confirmRequest(place.host, { bookingId: second }, mondayMorning);
  expect(late).toMatchObject({
    refusal: "slot_taken",
    data: { alternatives: [{ differs: "desk" }, {}, {}] },
  });
  expect(await db.booking.findFirstOrThrow({ where: { id: second } })).toMatchObject({
    state: "requested",
  });
});

test("the host says no with a reason the member reads; the place stays as it was", async () => {
  const place = await aSpaceThatAgrees();
  const member = await aMember();
  const bookingId = await asked(member, place);
  const no = { bookingId, reason: "La salle est prêtée à l’école" };
  expect(await refuseRequest(place.host, no, mondayMorning)).toMatchObject({ ok: true });
  expect(await refuseRequest(place.host, no, mondayMorning)).toMatchObject({ ok: true });
  expect(await db.booking.findFirstOrThrow({ where: { id: bookingId } })).toMatchObject({
    state: "refused",
    endReason: no.reason,
    endedBy: place.host.personId,
  });
  const mails = await db.notification.findMany({
    where: { personId: member.personId, kind: "booking-refused" },
  });
  expect(mails).toMatchObject([{ payload: { reason: no.reason } }]);
  expect(await confirmRequest(place.host, { bookingId }, mondayMorning)).toMatchObject({
    refusal: "already_answered",
  });
});

test("a request nobody answered has lapsed at its start, though no job has run", async () => {
  const place = await aSpaceThatAgrees();
  const bookingId = await asked(await aMember(), place);
  expect(await confirmRequest(place.host, { bookingId }, starts)).toMatchObject({
    refusal: "request_lapsed",
  });
  expect(await refuseRequest(place.host, { bookingId, reason: "Trop tard" }, starts)).toMatchObject(
    { refusal: "request_lapsed" },
  );
});

test("whoever asked takes it back until its start, whatever the deadline of a booking", async () => {
  const place = await aSpaceThatAgrees();
  const member = await aMember();
  const bookingId = await asked(member, place, new Date("2026-06-16T05:00:00Z"));
  const justBefore = new Date("2026-06-16T06:29:00Z");
  const seen = await getBooking(member, bookingId, justBefore);
  expect(seen.cancellableUntil).toEqual(starts);
  expect(await cancelBooking(member, { bookingId }, justBefore)).toMatchObject({ ok: true });
});

test("the place closed meanwhile, the member sits elsewhere, or has reached the quota", async () => {
  const place = await aSpaceThatAgrees({ kind: "office", quotaCount: 1, quotaPeriod: "day" });
  const member = await aMember();
  const bookingId = await asked(member, place);
  const yes = () => confirmRequest(place.host, { bookingId }, mondayMorning);
  const elsewhere = await aBooking({
    space: await aSpace(),
    personId: member.personId,
    ...morning,
    startsAt: "2026-06-16T06:30:00Z",
    endsAt: "2026-06-16T10:30:00Z",
  });
  expect(await yes()).toMatchObject({
    refusal: "already_booked",
    data: { bookingId: elsewhere.id },
  });
  const cancelled = { state: "cancelled" as const, endedAt: mondayMorning };
  await db.booking.updateMany({ where: { id: elsewhere.id }, data: cancelled });
  const other = await aBooking({
    space: { ...place.space, desks: [{ id: place.resourceId }] },
    personId: member.personId,
    ...morning,
    startsAt: "2026-06-16T12:00:00Z",
    endsAt: "2026-06-16T13:00:00Z",
  });
  expect(await yes()).toMatchObject({ refusal: "quota_reached" });
  await db.booking.updateMany({ where: { id: other.id }, data: cancelled });
  await db.closure.create({
    data: {
      spaceId: place.space.id,
      startsAt: starts,
      endsAt: new Date("2026-06-16T08:00:00Z"),
      reason: "Travaux",
    },
  });
  expect(await yes()).toMatchObject({ refusal: "space_closed", data: { reason: "Travaux" } });
});

test("several answered at once: those made first first, each with its own outcome", async () => {
  const place = await aSpaceThatAgrees();
  const later = new Date(mondayMorning.getTime() + 60_000);
  const first = await asked(await aMember(), place);
  const second = await asked(await aMember(), place, later);
  const answers = (answer: "confirm" | "refuse", bookingIds: string[]) =>
    answerRequests(
      place.host,
      { slug: place.space.slug, answer, reason: "Complet", bookingIds },
      mondayMorning,
    );
  expect(await answers("confirm", [second, first])).toMatchObject({
    value: [
      { bookingId: first, result: { ok: true } },
      { bookingId: second, result: { refusal: "slot_taken" } },
    ],
  });
  expect(await answers("refuse", [second])).toMatchObject({
    value: [{ bookingId: second, result: { ok: true } }],
  });
  const elsewhere = await aSpaceThatAgrees();
  const foreign = await asked(await aMember(), elsewhere);
  await expect(answers("refuse", [foreign])).rejects.toThrow(NotFound);
});

test("a form with one box ticked, or several, is one list; a refusal without reason is not taken", () => {
  const [a, b] = [crypto.randomUUID(), crypto.randomUUID()];
  const read = (bookingIds: unknown, answer: string) =>
    answerRequestsInput.safeParse({ slug: "luzech", bookingIds, answer });
  expect(read(a, "confirm").data?.bookingIds).toEqual([a]);
  expect(read([a, b, a], "confirm").data?.bookingIds).toEqual([a, b]);
  expect(read([a], "refuse").success).toBe(false);
});

test("the member, a stranger, another host, staff and a visitor answer nothing", async () => {
  const place = await aSpaceThatAgrees();
  const member = await aMember();
  const bookingId = await asked(member, place);
  const others = [await aMember(), await hostOf(await aSpace()), await aStaffMember(), anonymous];
  for (const actor of [member, ...others]) {
    await expect(confirmRequest(actor, { bookingId }, mondayMorning)).rejects.toThrow(NotFound);
    const no = { bookingId, reason: "Non" };
    await expect(refuseRequest(actor, no, mondayMorning)).rejects.toThrow(NotFound);
    const batch = { slug: place.space.slug, bookingIds: [bookingId], answer: "confirm" as const };
    await expect(answerRequests(actor, batch, mondayMorning)).rejects.toThrow(NotFound);
  }
});

test("64 yeses and bookings race for one room: one has it, no overlap, no deadlock", async () => {
  const place = await aSpaceThatAgrees();
  const requests = await Promise.all(
    Array.from({ length: 32 }, async () => asked(await aMember(), place)),
  );
  await db.resource.update({
    where: { spaceId_id: { spaceId: place.space.id, id: place.resourceId } },
    data: { needsApproval: false },
  });
  const before = await deadlocks();
  const wish = { slug: place.space.slug, resourceId: place.resourceId, ...morning };
  const results = await inParallel<{ ok: true } | { ok: false; refusal: string }>(
    requests.flatMap((bookingId) => [
      async () => confirmRequest(place.host, { bookingId }, mondayMorning),
      async () => bookResource(await aMember(), wish, mondayMorning),
    ]),
  );
  expect(outcomesOf(results)).toEqual({ ok: 1, slot_taken: 63 });
  expect(await overlapsIn(place.space.id)).toBe(0);
  expect((await deadlocks()) - before).toBe(0);
});

test("any seat that does is a booking while one is had without asking, a request only then", async () => {
  const space = await aSpace({ desks: 1 });
  const office = { kind: "office", modes: ["half_day", "day"], needsApproval: true } as const;
  await aRoom(space, { ...office, modes: [...office.modes] });
  const wish = { slug: space.slug, ...morning };
  const first = await bookResource(await aMember(), wish, mondayMorning);
  const second = await bookResource(await aMember(), wish, mondayMorning);
  expect(first).toMatchObject({ ok: true, value: { made: { state: "confirmed" } } });
  expect(second).toMatchObject({ ok: true, value: { made: { state: "requested" } } });
});

test("agreeing to what was agreed to and missed since is no answer", async () => {
  const space = await aSpace({ noShowGraceMinutes: 30 });
  const host = await hostOf(space);
  const { id } = await aBooking({ space, day: tuesday, ...wholeTuesday });
  await db.booking.updateMany({ where: { id }, data: { lapsesAt: starts } });
  expect(await confirmRequest(host, { bookingId: id }, starts)).toMatchObject({
    refusal: "already_answered",
  });
});
