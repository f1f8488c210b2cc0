import { expect, test } from "vitest";
import {
  announceClosure,
  announceNetworkClosure,
  withdrawClosure,
} from "@/lib/bookings/closures/commands";
import { listBookingsHit, planClosures, previewClosure } from "@/lib/bookings/closures/queries";
import { undoClosure } from "@/lib/bookings/undoings/commands";
import type { Actor } from "@/lib/core/actor";
import { anonymous, systemActor } from "@/lib/core/actor";
import { day } from "@/lib/core/day";
import { NotFound } from "@/lib/core/errors";
import { db } from "@/lib/infra/db";
import { aMember, anActor, aStaffMember, hostOf } from "@/tests/support/actors";
import { close, noList, onDay, readBeforeClosing } from "@/tests/support/closures";
import { aBooking, aPerson, aSpace, mondayMorning, tuesday } from "@/tests/support/factories";

const morning = { startsAt: "2026-06-16T06:30:00Z", endsAt: "2026-06-16T10:30:00Z" };

test("before closing, the host sees who is hit and where each fits instead", async () => {
  const space = await aSpace({ latitude: 20, longitude: 20 });
  await aSpace({ latitude: 20, longitude: 20.05, name: "Voisin" });
  const person = await aPerson({ name: "Clara Vidal" });
  await aBooking({ space, day: tuesday, part: "morning", personId: person.id, ...morning });
  const preview = await previewClosure(await hostOf(space), space, onDay("day"), mondayMorning);
  expect(preview).toMatchObject({
    ok: true,
    isTooLong: false,
    hits: [
      {
        name: "Clara Vidal",
        resourceName: "Bureau 1",
        choices: ["move", "cancel", "keep"],
        instead: { differs: "space", spaceName: "Voisin", part: "morning" },
      },
    ],
  });
});

test("two who are hit are not sent to one place, nor anybody where they already sit", async () => {
  const space = await aSpace({ desks: 3, latitude: 40, longitude: -80 });
  const [, , third] = space.desks;
  const [one, two] = [await aPerson(), await aPerson()];
  for (const [desk, person] of [one, two].entries()) {
    await aBooking({ space, day: tuesday, part: "morning", desk, personId: person.id, ...morning });
  }
  const host = await hostOf(space);
  const { announcement } = await readBeforeClosing(
    host,
    { slug: space.slug, resourceId: space.desks[0]?.id },
    onDay("morning"),
  );
  expect(Object.values(announcement.places)).toMatchObject([{ resourceId: third?.id }]);
  const whole = await previewClosure(host, space, onDay("morning"), mondayMorning);
  const texts = whole.ok ? whole.hits.map(({ instead }) => instead?.text) : [];
  expect(new Set(texts).size).toBe(2);
  // With a seat of their own elsewhere that afternoon, it is not proposed to the first.
  const away = await aSpace({ latitude: 40, longitude: 80 });
  const afternoon = { startsAt: "2026-06-16T11:30:00Z", endsAt: "2026-06-16T16:30:00Z" };
  await aBooking({ space: away, day: tuesday, part: "afternoon", personId: one.id, ...afternoon });
  const again = await previewClosure(host, space, onDay("morning"), mondayMorning);
  const places = again.ok
    ? again.hits.map(({ instead }) => instead?.part === "afternoon" && instead.day === tuesday)
    : [];
  expect(places).toEqual([false, true]);
});

test("requests stay in their space, offers are not moved, what has lapsed is not hit", async () => {
  const space = await aSpace({ desks: 4, latitude: 70, longitude: 70 });
  await aSpace({ latitude: 70, longitude: 70.01 });
  const booking = { space, day: tuesday, part: "morning" as const, ...morning };
  await aBooking({ ...booking, state: "requested" });
  await aBooking({ ...booking, desk: 1, state: "held" });
  const late = await aBooking({ ...booking, desk: 2 });
  await db.booking.updateMany({ where: { id: late.id }, data: { lapsesAt: mondayMorning } });
  const preview = await previewClosure(await hostOf(space), space, onDay("morning"), mondayMorning);
  expect(preview.ok && preview.hits.map(({ state, choices }) => [state, choices])).toEqual([
    ["requested", ["move", "cancel", "keep"]],
    ["held", ["cancel", "keep"]],
  ]);
  expect(preview.ok && preview.hits[0]?.instead?.slug).toBe(space.slug);
});

test("the mark of the list changes when a booking comes, goes, or is changed, and only then", async () => {
  const space = await aSpace();
  const host = await hostOf(space);
  const mark = async () => (await readBeforeClosing(host, space, onDay("day"))).preview.list;
  const empty = await mark();
  const { id } = await aBooking({ space, day: tuesday, part: "morning", ...morning });
  const one = await mark();
  expect(await mark()).toBe(one);
  await db.booking.updateMany({ where: { id }, data: { sequence: { increment: 1 } } });
  const changed = await mark();
  expect(new Set([empty, one, changed]).size).toBe(3);
});

test("a closure over several days hits what it touches, up to its last instant", async () => {
  const space = await aSpace();
  const host = await hostOf(space);
  const at = async (startsAt: string, endsAt: string, on: string, desk: number) =>
    (await aBooking({ space, day: day(on), desk, startsAt, endsAt })).id;
  const first = await at("2026-06-16T06:30:00Z", "2026-06-16T16:30:00Z", "2026-06-16", 0);
  const second = await at("2026-06-18T06:30:00Z", "2026-06-18T10:00:00Z", "2026-06-18", 0);
  await at("2026-06-18T10:00:00Z", "2026-06-18T16:30:00Z", "2026-06-18", 1);
  // From Tuesday at 18 h to Thursday at noon, French time.
  const when = {
    first: tuesday,
    last: day("2026-06-18"),
    part: "hours" as const,
    startMinute: 1_080,
    endMinute: 720,
  };
  const planned = await planClosures(db, host, space, when, mondayMorning);
  const hits = planned.ok ? await listBookingsHit(db, planned.value, mondayMorning) : [];
  expect(hits.map(({ id }) => id).sort()).toEqual([first, second].sort());
});

test("staff see where and when for the network, but not who; an admin sees who", async () => {
  const space = await aSpace();
  const person = await aPerson({ name: "Clara Vidal" });
  await aBooking({ space, day: tuesday, part: "morning", personId: person.id, ...morning });
  const named = async (actor: Actor) => {
    const preview = await previewClosure(actor, "network", onDay("morning"), mondayMorning);
    return preview.ok && preview.hits.find(({ personId }) => personId === person.id)?.name;
  };
  expect(await named(await aStaffMember())).toBeNull();
  expect(await named(await anActor([{ role: "admin", spaceId: null }]))).toBe("Clara Vidal");
});

test("who may close, open and undo: hosts their space, staff the network, nobody else", async () => {
  const [space, other] = [await aSpace(), await aSpace()];
  const host = await hostOf(space);
  const staff = await aStaffMember();
  const admin = await anActor([{ role: "admin", spaceId: null }]);
  const member = await aMember();
  const own = await close(host, space, onDay("day"));
  const ownId = own.ok ? own.value.id : "";
  const all = await close(staff, "network", onDay("day", day("2026-06-25")));
  const allId = all.ok ? all.value.id : "";
  const answers = { list: noList, all: "cancel" as const, choices: {}, places: {}, reason: "x" };
  const when = onDay("day", day("2026-06-18"));
  const verbs = {
    preview: (actor: Actor) => previewClosure(actor, space, when, mondayMorning),
    announce: (actor: Actor) =>
      announceClosure(actor, { ...answers, when, slug: space.slug }, mondayMorning),
    withdraw: (actor: Actor) => withdrawClosure(actor, { closureId: ownId }, mondayMorning),
    undo: (actor: Actor) => undoClosure(actor, { closureId: ownId }, mondayMorning),
    previewAll: (actor: Actor) => previewClosure(actor, "network", when, mondayMorning),
    announceAll: (actor: Actor) =>
      announceNetworkClosure(actor, { ...answers, when }, mondayMorning),
    withdrawAll: (actor: Actor) => withdrawClosure(actor, { closureId: allId }, mondayMorning),
    undoAll: (actor: Actor) => undoClosure(actor, { closureId: allId }, mondayMorning),
  };
  const ofSpace = ["preview", "announce", "withdraw", "undo"];
  const ofNetwork = ["previewAll", "announceAll", "withdrawAll", "undoAll"];
  const may: [Actor, string[]][] = [
    [anonymous, []],
    [member, []],
    [await hostOf(other), []],
    [host, ofSpace],
    [staff, ofNetwork],
    [admin, [...ofSpace, ...ofNetwork]],
    [systemActor("seed"), [...ofSpace, ...ofNetwork]],
  ];
  for (const [actor, allowed] of may) {
    for (const [name, say] of Object.entries(verbs)) {
      const outcome = await say(actor).then(
        () => "allowed",
        (error: unknown) => (error instanceof NotFound ? "not found" : String(error)),
      );
      expect([name, outcome]).toEqual([name, allowed.includes(name) ? "allowed" : "not found"]);
    }
  }
});

test("a resource of another space, or none, is not found", async () => {
  const [space, other] = [await aSpace(), await aSpace()];
  for (const resourceId of [other.desks[0]?.id, crypto.randomUUID()]) {
    const target = { slug: space.slug, resourceId };
    await expect(
      previewClosure(await hostOf(space), target, onDay("day"), mondayMorning),
    ).rejects.toThrow(NotFound);
  }
});
