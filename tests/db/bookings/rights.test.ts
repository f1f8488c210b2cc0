import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { checkIn, checkOut, markNoShow, undoCheckIn } from "@/lib/bookings/check-ins/commands";
import { announceClosure } from "@/lib/bookings/closures/commands";
import { cancelBooking } from "@/lib/bookings/commands";
import { bookFor } from "@/lib/bookings/hosted/commands";
import { moveBooking } from "@/lib/bookings/moves/commands";
import { bookingRights, type Standing } from "@/lib/bookings/policy";
import { checkInHere } from "@/lib/bookings/presence/commands";
import { getBooking } from "@/lib/bookings/queries";
import { reinstateBooking, releaseBooking } from "@/lib/bookings/releases/commands";
import { confirmRequest, refuseRequest } from "@/lib/bookings/requests/commands";
import { settleEverywhere } from "@/lib/bookings/settlements/commands";
import { proposeSwap } from "@/lib/bookings/swaps/commands";
import { swapCodeOf } from "@/lib/bookings/swaps/rules";
import { addResources, changeResource } from "@/lib/bookings/terms/commands";
import { acceptOffer } from "@/lib/bookings/waiting-list/answers/commands";
import { type Actor, anonymous, type Grant, systemActor } from "@/lib/core/actor";
import { dateColumn } from "@/lib/core/day";
import { Forbidden, NotFound } from "@/lib/core/errors";
import { db } from "@/lib/infra/db";
import { firstSetup } from "@/lib/spaces/resources/rules";
import { anActor } from "@/tests/support/actors";
import { noList, onDay } from "@/tests/support/closures";
import { aBooking, aSpace, tuesday } from "@/tests/support/factories";

/** In the middle of the booking. */
const ten = new Date("2026-06-16T08:00:00Z");

type Case = {
  bookingId: string;
  resourceId: string;
  entryId: string;
  slug: string;
  code: string;
  isOwn: boolean;
};

/** What is done to a space beside its bookings, by those whom `canSetUpResources` lets. */
const spaceRights = {
  add_resource: ["host", "admin", "system"],
  change_resource: ["host", "admin", "system"],
} as const satisfies Record<string, readonly Standing[]>;
const rights: Record<Verb, readonly Standing[]> = { ...bookingRights, ...spaceRights };
/** One owns bookings, never a space: these are of a space. */
const ofSpace: readonly Verb[] = ["book_for", "add_resource", "change_resource"];

type Verb = keyof typeof bookingRights | keyof typeof spaceRights;
type Way = (actor: Actor, of: Case) => Promise<unknown>;

/** How each verb is said: the very command that screens and API call. */
const ways: Record<Verb, Way> = {
  see: (actor, { bookingId }) => getBooking(actor, bookingId, ten),
  book_for: (actor, { slug }) =>
    bookFor(actor, { slug, day: tuesday, part: "day", guestName: "Jeanne" }, ten),
  confirm: (actor, { bookingId }) => confirmRequest(actor, { bookingId }, ten),
  refuse: (actor, { bookingId }) => refuseRequest(actor, { bookingId, reason: "Non" }, ten),
  cancel: (actor, { bookingId }) => cancelBooking(actor, { bookingId }, ten),
  move: (actor, { bookingId }) =>
    moveBooking(actor, { bookingId, day: tuesday, part: "afternoon" }, ten),
  // What a host keeps is kept by a closure that hits it.
  keep: (actor, { slug }) =>
    announceClosure(
      actor,
      {
        slug,
        when: onDay("day"),
        reason: "x",
        list: noList,
        all: "keep",
        choices: {},
        places: {},
      },
      ten,
    ),
  swap: (actor, { bookingId, code }) => proposeSwap(actor, { bookingId, code }, ten),
  // A member notes their own arrival by the code of the poster, a host anybody's.
  check_in: (actor, { bookingId, slug, isOwn }) =>
    isOwn ? checkInHere(actor, { slug, code: "ABCDEF" }, ten) : checkIn(actor, { bookingId }, ten),
  undo_check_in: (actor, { bookingId }) => undoCheckIn(actor, { bookingId }, ten),
  check_out: (actor, { bookingId }) => checkOut(actor, { bookingId }, ten),
  mark_no_show: (actor, { bookingId }) => markNoShow(actor, { bookingId }, ten),
  release: (actor, { bookingId }) => releaseBooking(actor, { bookingId }, ten),
  reinstate: (actor, { bookingId }) => reinstateBooking(actor, { bookingId }, ten),
  accept: (actor, { entryId }) => acceptOffer(actor, { entryId }, ten),
  add_resource: (actor, { slug }) =>
    addResources(actor, { slug, kind: "desk", quantity: 1, setup: aSetup() }, ten),
  change_resource: (actor, { slug, resourceId }) =>
    changeResource(actor, { slug, resourceId, setup: aSetup() }, ten),
  // Time alone says it, by the hand of the system.
  lapse: (actor) => settleEverywhere(actor, ten),
};

const aSetup = () => ({ ...firstSetup("desk", tuesday), name: `Bureau ${randomUUID()}` });

const roles = ["member", "host", "staff", "admin", "anonymous", "system"] as const;
type Role = (typeof roles)[number];
const places = ["own", "other", "other space"] as const;
type Place = (typeof places)[number];

const grantsOf = (role: Role, spaceId: string): Grant[] => {
  if (role === "host") return [{ role, spaceId }];
  return role === "staff" || role === "admin" ? [{ role, spaceId: null }] : [];
};

async function anActorAs(role: Role, spaceId: string): Promise<Actor> {
  if (role === "anonymous") return anonymous;
  return role === "system" ? systemActor("test") : anActor(grantsOf(role, spaceId));
}

/** What such an actor is to such a booking: the rows of the matrix, said in words of the product. */
function standingsIn(role: Role, place: Place): Standing[] {
  const standings: Standing[] = [];
  if (place === "own" && role !== "anonymous" && role !== "system") standings.push("owner");
  if (role === "host" && place !== "other space") standings.push("host");
  if (role === "admin" || role === "system") standings.push(role);
  return standings.length > 0 ? standings : ["stranger"];
}

const matrix = Object.entries(rights).flatMap(([name, allowed]) =>
  roles.flatMap((role) =>
    places.map((place) => {
      const verb = name as Verb;
      const may = standingsIn(role, place).some(
        (standing) =>
          allowed.includes(standing) && !(ofSpace.includes(verb) && standing === "owner"),
      );
      return { verb, role, place, may };
    }),
  ),
);

async function aCase(actor: Actor, place: Place, here: Space, there: Space): Promise<Case> {
  const space = place === "other space" ? there : here;
  const own = place === "own" && actor.kind === "person" ? { personId: actor.personId } : {};
  const startsAt = "2026-06-16T06:30:00Z";
  const endsAt = "2026-06-16T16:30:00Z";
  const { id, personId, resourceId } = await aBooking({
    space,
    ...own,
    day: tuesday,
    startsAt,
    endsAt,
  });
  const entry = await db.waitingEntry.create({
    data: {
      spaceId: space.id,
      personId: personId ?? "",
      kind: "desk",
      day: dateColumn(tuesday),
      part: "day",
      startsAt,
      endsAt,
      state: "lapsed",
    },
  });
  const { slug } = space;
  const isOwn = "personId" in own;
  const code = swapCodeOf(randomUUID());
  return { bookingId: id, resourceId, entryId: entry.id, slug, code, isOwn };
}

type Space = Awaited<ReturnType<typeof aSpace>>;

/** Whether it was found, whatever was answered then. */
async function isFound(way: Way, actor: Actor, of: Case): Promise<boolean> {
  try {
    await way(actor, of);
    return true;
  } catch (error) {
    if (error instanceof NotFound || error instanceof Forbidden) return false;
    throw error;
  }
}

test("the matrix is whole: every verb, six roles, one's own, another's, another space's", () => {
  expect(matrix).toHaveLength(Object.keys(rights).length * 18);
  expect(Object.keys(ways).sort()).toEqual(Object.keys(rights).sort());
  expect(matrix.filter(({ may }) => may).length).toBeGreaterThan(50);
  expect(matrix.filter(({ may }) => !may).length).toBeGreaterThan(100);
});

test.each(roles)(
  "as %s, each verb is found where the table allows it and nowhere else",
  async (role) => {
    const [here, there] = [await aSpace({ desks: 1 }), await aSpace({ desks: 1 })];
    const walked: string[] = [];
    const expected: string[] = [];
    for (const { verb, place, may } of matrix.filter((cell) => cell.role === role)) {
      const way = ways[verb];
      if (!way) continue;
      const actor = await anActorAs(role, here.id);
      const of = await aCase(actor, place, here, there);
      const found = await isFound(ways[verb], actor, of);
      walked.push(`${verb}, ${place}: ${found ? "found" : "not found"}`);
      expected.push(`${verb}, ${place}: ${may ? "found" : "not found"}`);
      const where = { spaceId: { in: [here.id, there.id] } };
      await db.booking.updateMany({
        where,
        data: { state: "cancelled", endedAt: ten, lapsesAt: null },
      });
    }
    expect(walked).toEqual(expected);
  },
);
