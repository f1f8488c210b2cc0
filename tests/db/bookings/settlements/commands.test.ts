import { expect, test } from "vitest";
import { bookResource, cancelBooking } from "@/lib/bookings/commands";
import { getBooking } from "@/lib/bookings/queries";
import { refuseRequest } from "@/lib/bookings/requests/commands";
import {
  hasLapsed,
  settleEverywhere,
  settleLapsed,
  settleSpace,
} from "@/lib/bookings/settlements/commands";
import { acceptOffer } from "@/lib/bookings/waiting-list/answers/commands";
import { welcomeWalkIn } from "@/lib/bookings/walk-ins/commands";
import { systemActor } from "@/lib/core/actor";
import { Forbidden } from "@/lib/core/errors";
import { db } from "@/lib/infra/db";
import { aMember, hostOf } from "@/tests/support/actors";
import { aSpace, mondayMorning, tuesday } from "@/tests/support/factories";
import { booked, entryOf, mailsTo, waiting } from "@/tests/support/waiting-list";

const worker = systemActor("test");
const morning = { day: tuesday, part: "morning" as const };
const tuesdayMorning = {
  startsAt: new Date("2026-06-16T06:30:00Z"),
  endsAt: new Date("2026-06-16T10:30:00Z"),
};
/** Half past eight in France, plus so many minutes. */
const afterStart = (minutes: number) =>
  new Date(tuesdayMorning.startsAt.getTime() + minutes * 60_000);
const stateOf = async (id: string) =>
  (await db.booking.findFirstOrThrow({ where: { id }, select: { state: true } })).state;

/** One desk, given back half an hour after its start when nobody came. */
const aStrictSpace = (desks = 1) => aSpace({ desks, noShowGraceMinutes: 30 });

test("with no job run, the place of a no-show is bookable after its grace, and not before", async () => {
  const space = await aStrictSpace();
  const absent = await booked(space);
  const wish = { slug: space.slug, ...morning };
  const early = await bookResource(await aMember(), wish, afterStart(29));
  expect(early).toMatchObject({ ok: false, refusal: "space_full" });
  expect(await stateOf(absent.id)).toBe("confirmed");
  const late = await bookResource(await aMember(), wish, afterStart(30));
  expect(late).toMatchObject({ ok: true });
  expect(await stateOf(absent.id)).toBe("no_show");
});

test("a walk-in, whose welcome is a transaction, has the place of a no-show as well", async () => {
  const space = await aStrictSpace();
  const absent = await booked(space);
  const result = await welcomeWalkIn(
    await hostOf(space),
    {
      slug: space.slug,
      part: "morning",
      guestName: "Lou",
      idempotencyKey: crypto.randomUUID(),
    },
    afterStart(31),
  );
  expect(result).toMatchObject({ ok: true });
  expect(await stateOf(absent.id)).toBe("no_show");
});

test("two walk-ins at once for one lapsed place: one is welcomed, the other refused, no deadlock", async () => {
  const space = await aStrictSpace();
  await booked(space);
  const host = await hostOf(space);
  const results = await Promise.all(
    ["Lou", "Noé"].map((guestName) =>
      welcomeWalkIn(
        host,
        { slug: space.slug, part: "morning", guestName, idempotencyKey: crypto.randomUUID() },
        afterStart(31),
      ),
    ),
  );
  expect(results.filter(({ ok }) => ok)).toHaveLength(1);
  expect(results.find(({ ok }) => !ok)).toMatchObject({ refusal: "space_full" });
});

test("what settles is dated by what decided it, kept in the history, and the absent is told once", async () => {
  const space = await aStrictSpace();
  const absent = await booked(space);
  const settled = await Promise.all(
    [1, 2].map(() => settleLapsed(db, space.id, tuesdayMorning, afterStart(90))),
  );
  expect(settled.filter(Boolean)).toHaveLength(1);
  const row = await db.booking.findFirstOrThrow({ where: { id: absent.id } });
  expect(row).toMatchObject({ state: "no_show", endedAt: afterStart(30), lapsesAt: null });
  expect(await db.bookingChange.findMany({ where: { bookingId: absent.id } })).toMatchObject([
    { verb: "mark_no_show", fromState: "confirmed", toState: "no_show", at: afterStart(30) },
  ]);
  expect(await mailsTo(absent.member)).toEqual(["booking-confirmed", "booking-no-show"]);
});

test("nothing is due before its instant, nor outside the interval asked for", async () => {
  const space = await aStrictSpace();
  await booked(space);
  expect(await hasLapsed(db, space.id, tuesdayMorning, afterStart(29))).toBe(false);
  expect(await hasLapsed(db, space.id, tuesdayMorning, afterStart(30))).toBe(true);
  const thursday = {
    startsAt: new Date("2026-06-18T06:30:00Z"),
    endsAt: new Date("2026-06-18T10:30:00Z"),
  };
  expect(await settleLapsed(db, space.id, thursday, afterStart(90))).toBe(false);
  await settleSpace(db, space.id, afterStart(90));
  expect(await hasLapsed(db, space.id, tuesdayMorning, afterStart(90))).toBe(false);
});

async function anOffer(desks = 1) {
  const space = await aSpace({ desks, offerMinutes: 60 });
  const taken = await booked(space);
  const [first, second] = [await waiting(space), await waiting(space)];
  await cancelBooking(taken.member, { bookingId: taken.id }, mondayMorning);
  return { space, first, second, over: new Date(mondayMorning.getTime() + 3_600_000) };
}

test("with no job run, an offer not taken passes to the next when somebody else wants the place", async () => {
  const { space, first, second, over } = await anOffer();
  const stranger = await aMember();
  const wish = { slug: space.slug, ...morning };
  const refused = await bookResource(stranger, wish, over);
  expect(refused).toMatchObject({ ok: false, refusal: "slot_taken" });
  expect(await entryOf(first.id)).toMatchObject({ state: "lapsed", places: ["lapsed"] });
  expect(await entryOf(second.id)).toMatchObject({
    state: "offered",
    places: ["held"],
    offerUntil: new Date(over.getTime() + 3_600_000),
  });
  expect(await mailsTo(second.member)).toEqual(["booking-offered"]);
  // The last of the line lets it lapse too: nobody waits any more, the place is the stranger's.
  const later = new Date(over.getTime() + 3_600_000);
  expect(await bookResource(stranger, wish, later)).toMatchObject({ ok: true });
  expect((await entryOf(second.id)).state).toBe("lapsed");
});

test("with no job run, the next in line is served when the first answers too late", async () => {
  const { first, second, over } = await anOffer();
  expect(await acceptOffer(first.member, { entryId: first.id }, over)).toMatchObject({
    refusal: "offer_over",
  });
  expect((await entryOf(second.id)).state).toBe("offered");
});

test("the job passes an offer on, and bears being run by several workers at once", async () => {
  const { first, second, over } = await anOffer();
  await Promise.all([1, 2, 3].map(() => settleEverywhere(worker, over)));
  expect((await entryOf(first.id)).state).toBe("lapsed");
  expect(await entryOf(second.id)).toMatchObject({ state: "offered", places: ["held"] });
  expect(await mailsTo(second.member)).toEqual(["booking-offered"]);
});

test("the job serves whoever a new desk can serve, and closes the line of a slot that has begun", async () => {
  const space = await aSpace({ desks: 1 });
  await booked(space);
  const [first, second] = [await waiting(space), await waiting(space)];
  await db.resource.create({
    data: {
      spaceId: space.id,
      kind: "desk",
      name: "Bureau 2",
      rank: 2,
      features: [],
      inServiceFrom: new Date("2020-01-01T00:00:00Z"),
    },
  });
  await settleEverywhere(worker, mondayMorning);
  expect((await entryOf(first.id)).state).toBe("offered");
  expect((await entryOf(second.id)).state).toBe("waiting");
  await settleEverywhere(worker, tuesdayMorning.startsAt);
  // Until the very start the place was the first one's; from then on nobody is served any more.
  expect((await entryOf(first.id)).state).toBe("lapsed");
  expect(await entryOf(second.id)).toMatchObject({ state: "lapsed", places: [] });
});

test("a no-show of a whole day serves whoever waits for the afternoon, not for the morning begun", async () => {
  const space = await aStrictSpace();
  await booked(space, { part: "day" });
  const forMorning = await waiting(space);
  const forAfternoon = await waiting(space, { part: "afternoon" });
  await settleEverywhere(worker, afterStart(30));
  expect(await entryOf(forMorning.id)).toMatchObject({ state: "lapsed", places: [] });
  expect(await entryOf(forAfternoon.id)).toMatchObject({ state: "offered", places: ["held"] });
});

async function aRequest() {
  const space = await aSpace({ desks: 1 });
  await db.resource.updateMany({ where: { spaceId: space.id }, data: { needsApproval: true } });
  return { space, ...(await booked(space)) };
}

test("a request nobody answered lapses at its start and holds nothing", async () => {
  const request = await aRequest();
  await settleEverywhere(worker, afterStart(0));
  expect(await stateOf(request.id)).toBe("lapsed");
});

test("whoever asked is told once that nobody answered, whatever the workers, and not before", async () => {
  const request = await aRequest();
  await settleEverywhere(worker, afterStart(-1));
  expect(await mailsTo(request.member)).toEqual(["booking-requested"]);
  await Promise.all([0, 0, 1].map((minutes) => settleEverywhere(worker, afterStart(minutes))));
  await settleSpace(db, request.space.id, afterStart(2));
  expect(await mailsTo(request.member)).toEqual(["booking-requested", "booking-lapsed"]);
});

test("with no job run a request has lapsed all the same; an answer told in time is not told twice", async () => {
  const request = await aRequest();
  const seen = await getBooking(request.member, request.id, afterStart(0));
  expect(seen.state).toBe("lapsed");
  expect(await stateOf(request.id)).toBe("requested");
  expect(await mailsTo(request.member)).toEqual(["booking-requested"]);
  const answered = await aRequest();
  const host = await hostOf(answered.space);
  await refuseRequest(host, { bookingId: answered.id, reason: "Non" }, mondayMorning);
  await settleEverywhere(worker, afterStart(0));
  expect(await mailsTo(answered.member)).toEqual(["booking-requested", "booking-refused"]);
});

test("only the system settles everything", async () => {
  await expect(settleEverywhere(await aMember(), mondayMorning)).rejects.toThrow(Forbidden);
});
