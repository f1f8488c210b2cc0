import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { redeemCode, spendCode } from "@/lib/bookings/claims/commands";
import { bookFor } from "@/lib/bookings/hosted/commands";
import { getBooking } from "@/lib/bookings/queries";
import { anonymous } from "@/lib/core/actor";
import { Unauthenticated } from "@/lib/core/errors";
import { db } from "@/lib/infra/db";
import { hashOfCode } from "@/lib/members/codes/commands";
import { spacedCode } from "@/lib/members/codes/rules";
import { acceptRules, publishRules } from "@/lib/members/house-rules/commands";
import { inviteToSpace } from "@/lib/members/invitations/commands";
import { renewClaimCode } from "@/lib/members/kept-people/commands";
import { aMember, hostOf } from "@/tests/support/actors";
import { aClaimCode, aKeptPerson, daysLater } from "@/tests/support/belonging";
import { aSpace, mondayMorning as at, tuesday } from "@/tests/support/factories";

const network = () => randomUUID();

/** Somebody kept, with a booking, rules accepted and a card in hand. */
async function aCard() {
  const space = await aSpace();
  const host = await hostOf(space);
  const { slug } = space;
  const personId = await aKeptPerson(host, space);
  await publishRules(host, { slug, text: "Rangez la cuisine." }, at);
  await acceptRules(host, { slug, version: 1, personId }, at);
  const idempotencyKey = randomUUID();
  const wish = { slug, day: tuesday, part: "day" as const, personId, idempotencyKey };
  const booked = await bookFor(host, wish, at);
  const code = await aClaimCode(host, space, personId);
  return { space, host, personId, code, bookingId: booked.ok ? booked.value.id : "" };
}

test("an invitation typed as it is printed makes its reader a member", async () => {
  const space = await aSpace();
  const made = await inviteToSpace(await hostOf(space), { slug: space.slug }, at);
  const code = spacedCode(made.ok ? made.value.code : "").toLowerCase();
  expect(await redeemCode(await aMember(), { code, network: network() }, at)).toEqual({
    ok: true,
    value: { slug: space.slug, isClaim: false },
  });
});

test("a card gives bookings, membership and acceptances to whoever claims; the kept person is no more", async () => {
  const { space, personId, code, bookingId } = await aCard();
  const member = await aMember();
  expect(await redeemCode(member, { code, network: network() }, at)).toEqual({
    ok: true,
    value: { slug: space.slug, isClaim: true },
  });
  expect(await getBooking(member, bookingId, at)).toMatchObject({ id: bookingId });
  const whose = { personId: member.personId };
  expect(await db.membership.findMany({ where: whose })).toMatchObject([{ state: "active" }]);
  expect(await db.houseRulesAcceptance.findMany({ where: whose })).toMatchObject([{ version: 1 }]);
  expect(await db.person.findUnique({ where: { id: personId } })).toMatchObject({
    name: null,
    erasedAt: at,
  });
  for (const left of [
    await db.booking.count({ where: { personId } }),
    await db.membership.count({ where: { personId } }),
    await db.houseRulesAcceptance.count({ where: { personId } }),
  ]) {
    expect(left).toBe(0);
  }
  expect(
    await db.journalEntry.findMany({ where: { action: "kept_person.claimed", spaceId: space.id } }),
  ).toMatchObject([{ actorId: member.personId, before: { personId } }]);
});

test("two claim with the same card at once: one has all of it, the other is refused", async () => {
  const { code, bookingId } = await aCard();
  const people = await Promise.all(Array.from({ length: 6 }, aMember));
  const results = await Promise.all(
    people.map((member) => redeemCode(member, { code, network: network() }, at)),
  );
  expect(results.filter(({ ok }) => ok)).toHaveLength(1);
  const winner = people[results.findIndex(({ ok }) => ok)];
  const booking = await db.booking.findFirstOrThrow({ where: { id: bookingId } });
  expect(booking.personId).toBe(winner?.personId);
});

test("without its row held, each would find the card good: the control of the race", async () => {
  const { code } = await aCard();
  const claimHash = hashOfCode(code);
  const found = await Promise.all(
    Array.from({ length: 6 }, () => db.keptPerson.findUniqueOrThrow({ where: { claimHash } })),
  );
  expect(found.every(({ claimedAt }) => claimedAt === null)).toBe(true);
  const spent: boolean[] = [];
  for (let index = 0; index < 2; index += 1) {
    spent.push(await db.$transaction((tx) => spendCode(tx, claimHash, at)));
  }
  expect(spent).toEqual([true, false]);
});

test("the form of the host sent again after the claim books nothing for somebody who is no more", async () => {
  const { space, host, personId, code } = await aCard();
  await redeemCode(await aMember(), { code, network: network() }, at);
  const wish = { slug: space.slug, day: tuesday, part: "day" as const, personId };
  expect(await bookFor(host, wish, at)).toMatchObject({ refusal: "unknown_person" });
});

test("unknown, expired, used, replaced, of one's own space, no code at all: one and the same answer", async () => {
  const { space, host, personId, code } = await aCard();
  const use = async (typed: string, when = at, who = aMember) =>
    redeemCode(await who(), { code: typed, network: network() }, when);
  const answers = [
    await use("ABCD2345"),
    await use("n’importe quoi"),
    await use(code, daysLater(30)),
    await use(code, at, () => hostOf(space)),
  ];
  await renewClaimCode(host, { slug: space.slug, personId }, at);
  answers.push(await use(code));
  const last = await aClaimCode(host, space, personId);
  await use(last);
  answers.push(await use(last));
  expect(new Set(answers.map((answer) => JSON.stringify(answer)))).toEqual(
    new Set([JSON.stringify({ ok: false, refusal: "code_refused" })]),
  );
});

test("a card shown five times by hosts of its space is dead until they make another", async () => {
  const { space, host, personId, code } = await aCard();
  for (let index = 0; index < 5; index += 1) {
    await redeemCode(await hostOf(space), { code, network: network() }, at);
  }
  const use = async (typed: string) =>
    redeemCode(await aMember(), { code: typed, network: network() }, at);
  expect(await use(code)).toMatchObject({ refusal: "code_refused" });
  expect(await use(await aClaimCode(host, space, personId))).toMatchObject({ ok: true });
});

test("nobody guesses: after ten tries even the right code waits an hour", async () => {
  const { code } = await aCard();
  const member = await aMember();
  const use = (typed: string) => redeemCode(member, { code: typed, network: network() }, at);
  for (let index = 0; index < 10; index += 1) await use("ABCD2345");
  expect(await use(code)).toEqual({ ok: false, refusal: "too_many_tries" });
});

test("a visitor is asked to sign in first", async () => {
  await expect(redeemCode(anonymous, { code: "ABCD2345", network: "n" }, at)).rejects.toThrow(
    Unauthenticated,
  );
});

test("a card sent twice by the same person, or both at once, is theirs both times; nobody else's", async () => {
  const { space, bookingId, code } = await aCard();
  const member = await aMember();
  const use = (who = member) => redeemCode(who, { code, network: network() }, at);
  const claimed = { ok: true, value: { slug: space.slug, isClaim: true } };
  expect(await Promise.all([use(), use()])).toEqual([claimed, claimed]);
  expect(await use()).toEqual(claimed);
  expect(await use(await aMember())).toMatchObject({ refusal: "code_refused" });
  const lines = { actorId: member.personId, action: "kept_person.claimed" };
  expect(await db.journalEntry.count({ where: lines })).toBe(1);
  expect((await db.booking.findFirstOrThrow({ where: { id: bookingId } })).personId).toBe(
    member.personId,
  );
});
