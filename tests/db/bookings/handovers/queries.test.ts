import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { checkIn, checkOut } from "@/lib/bookings/check-ins/commands";
import { bookResource, cancelBooking } from "@/lib/bookings/commands";
import { notTheirs } from "@/lib/bookings/handovers/queries";
import { moveBooking } from "@/lib/bookings/moves/commands";
import { listOfferedVerbs } from "@/lib/bookings/offered-verbs/queries";
import { getBooking } from "@/lib/bookings/queries";
import { releaseBooking } from "@/lib/bookings/releases/commands";
import { acceptSwap, proposeSwap } from "@/lib/bookings/swaps/commands";
import { listSwapsOfBooking } from "@/lib/bookings/swaps/queries";
import { swapCodeOf } from "@/lib/bookings/swaps/rules";
import { moveToCell } from "@/lib/bookings/weeks/commands";
import { anonymous, type PersonActor } from "@/lib/core/actor";
import { day } from "@/lib/core/day";
import { HandedOver, NotFound } from "@/lib/core/errors";
import { db } from "@/lib/infra/db";
import { aMember } from "@/tests/support/actors";
import { call, tokenOf } from "@/tests/support/api";
import { aSpace, mondayMorning, tuesday } from "@/tests/support/factories";

async function booked(member: PersonActor, slug: string, on = tuesday): Promise<string> {
  const result = await bookResource(member, { slug, day: on, part: "day" }, mondayMorning);
  if (!result.ok) throw new Error(result.refusal);
  return result.value.id;
}

/** « former » gave that booking to « other » for one of another day; not yet, without an answer. */
async function aProposal() {
  const { slug } = await aSpace();
  const [former, other] = [await aMember(), await aMember()];
  const bookingId = await booked(former, slug);
  const gained = await booked(other, slug, day("2026-06-17"));
  const proposal = { bookingId, code: swapCodeOf(gained) };
  const proposed = await proposeSwap(former, proposal, mondayMorning);
  if (!proposed.ok) throw new Error(proposed.refusal);
  return { former, other, bookingId, gained, swapId: proposed.value.id };
}

async function anExchange() {
  const proposal = await aProposal();
  const done = await acceptSwap(proposal.other, { swapId: proposal.swapId }, mondayMorning);
  if (!done.ok) throw new Error(done.refusal);
  return proposal;
}

type Say = (actor: PersonActor, bookingId: string) => Promise<unknown>;
const cell = { resourceId: randomUUID(), day: tuesday, part: "day" as const };

const verbs: Record<string, Say> = {
  see: (actor, id) => getBooking(actor, id, mondayMorning),
  "see what may be done with": (actor, id) => listOfferedVerbs(actor, id, mondayMorning),
  "see the exchanges of": (actor, id) => listSwapsOfBooking(actor, id, mondayMorning),
  cancel: (actor, bookingId) => cancelBooking(actor, { bookingId }, mondayMorning),
  move: (actor, bookingId) => moveBooking(actor, { bookingId, day: tuesday, part: "morning" }),
  carry: (actor, bookingId) => moveToCell(actor, { bookingId, ...cell }, mondayMorning),
  release: (actor, bookingId) => releaseBooking(actor, { bookingId }, mondayMorning),
  "check in": (actor, bookingId) => checkIn(actor, { bookingId }, mondayMorning),
  "check out": (actor, bookingId) => checkOut(actor, { bookingId }, mondayMorning),
  exchange: (actor, bookingId) =>
    proposeSwap(actor, { bookingId, code: "AAAAAAAA" }, mondayMorning),
};

test.each(Object.entries(verbs))(
  "who wants to %s a booking they exchanged is told so, and not to whom it went",
  async (_verb, say) => {
    const { former, other, bookingId } = await anExchange();
    const said = await say(former, bookingId).catch((error: unknown) => error);
    expect(said).toBeInstanceOf(HandedOver);
    expect(JSON.stringify(said, Object.getOwnPropertyNames(said))).not.toContain(other.personId);
    const strange = await say(await aMember(), bookingId).catch((error: unknown) => error);
    expect(strange).toBeInstanceOf(NotFound);
    expect(strange).not.toBeInstanceOf(HandedOver);
  },
);

test("it is another's to the one who got it, and to nobody signed in not found", async () => {
  const { former, other, bookingId, gained } = await anExchange();
  expect((await getBooking(other, bookingId, mondayMorning)).id).toBe(bookingId);
  expect((await getBooking(former, gained, mondayMorning)).id).toBe(gained);
  expect(await notTheirs(db, anonymous, bookingId)).not.toBeInstanceOf(HandedOver);
  expect(await notTheirs(db, former, randomUUID())).not.toBeInstanceOf(HandedOver);
});

test("a program is told in the same words, and given no more than what it may not see", async () => {
  const { former, bookingId } = await anExchange();
  const [token, strange] = [await tokenOf(former), await tokenOf(await aMember())];
  const address = `/api/v1/bookings/${bookingId}`;
  const asked = { PATCH: { day: tuesday, part: "morning" }, GET: undefined, DELETE: undefined };
  for (const [method, body] of Object.entries(asked)) {
    const { status, json } = await call(method, address, { token, body });
    expect([method, status, json.code]).toEqual([method, 404, "handed_over"]);
    const unknown = await call(method, address, { token: strange, body });
    expect([method, unknown.status, unknown.json.code]).toEqual([method, 404, "not_found"]);
  }
});

test("cancelled at the very instant it is exchanged, it is one or the other, in words", async () => {
  const outcomes = await Promise.all(
    Array.from({ length: 12 }, async () => {
      const { former, other, bookingId, swapId } = await aProposal();
      const [cancelled, swapped] = await Promise.all([
        cancelBooking(former, { bookingId }, mondayMorning).catch((error: unknown) => error),
        acceptSwap(other, { swapId }, mondayMorning),
      ]);
      if (!swapped.ok) return [cancelled, swapped.refusal];
      return [cancelled instanceof HandedOver, "ok"];
    }),
  );
  for (const [cancelled, swapped] of outcomes) {
    if (swapped === "ok") expect(cancelled).toBe(true);
    else expect(cancelled).toMatchObject({ ok: true });
  }
});
