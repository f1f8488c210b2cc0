import { expect, test } from "vitest";
import { thank } from "@/lib/bookings/thanks/commands";
import { listMeetings, listThanks, readMeetings } from "@/lib/bookings/thanks/queries";
import { anonymous } from "@/lib/core/actor";
import { Unauthenticated } from "@/lib/core/errors";
import { db } from "@/lib/infra/db";
import { aStaffMember } from "@/tests/support/actors";
import { aComer, blocks } from "@/tests/support/company";
import { aSpace, tuesday } from "@/tests/support/factories";

/** That Tuesday evening in France. */
const evening = new Date("2026-06-16T17:00:00Z");
const namesOf = (people: { name: string | null }[]) => people.map(({ name }) => name);

/** Two who arrived the same morning in a space with a poster. */
async function aMeeting() {
  const space = await aSpace({ desks: 6, checkInCode: "ABCDEF" });
  const one = await aComer(space, { desk: 0, name: "Yann", checkedIn: true });
  const two = await aComer(space, { desk: 1, name: "Jeanne", checkedIn: true });
  return { space, one, two };
}

test("two who were there at the same moment have met", async () => {
  const { one, space } = await aMeeting();
  expect(await listMeetings(one.actor, evening)).toMatchObject([
    { name: "Jeanne", day: tuesday, spaceName: space.name, isThanked: false },
  ]);
});

test("whoever did not arrive was not met, where arrivals are noted", async () => {
  const { one, space } = await aMeeting();
  await aComer(space, { desk: 2, name: "Absente" });
  expect(namesOf(await listMeetings(one.actor, evening))).toEqual(["Jeanne"]);
});

test("a kept booking is a presence where nobody notes arrivals, once it is over", async () => {
  const space = await aSpace();
  const { actor } = await aComer(space, { desk: 0 });
  await aComer(space, { desk: 1, name: "Jeanne" });
  expect(namesOf(await listMeetings(actor, evening))).toEqual(["Jeanne"]);
  expect(await listMeetings(actor, new Date("2026-06-16T08:00:00Z"))).toEqual([]);
});

test("one who had left when the other came was not met", async () => {
  const { one, two, space } = await aMeeting();
  const checkedOutAt = new Date("2026-06-16T07:30:00Z");
  await db.booking.updateMany({ where: { id: two.booking.id }, data: { checkedOutAt } });
  const late = await aComer(space, {
    ...{ desk: 2, name: "Zoé", checkedIn: true, from: "08:00", to: "10:00" },
  });
  expect(namesOf(await listMeetings(late.actor, evening))).toEqual(["Yann"]);
  expect(namesOf(await listMeetings(one.actor, evening)).sort()).toEqual(["Jeanne", "Zoé"]);
});

test("whoever chose not to be seen is met by nobody, nor is whom a block hides", async () => {
  const { one, two, space } = await aMeeting();
  await aComer(space, { desk: 2, name: "Cachée", shown: false, checkedIn: true });
  expect(namesOf(await listMeetings(one.actor, evening))).toEqual(["Jeanne"]);
  await blocks(two.actor, one.actor);
  expect(await listMeetings(one.actor, evening)).toEqual([]);
  expect(namesOf(await listMeetings(two.actor, evening))).toEqual([]);
});

test("a meeting is told of for thirty days", async () => {
  const { one } = await aMeeting();
  const last = new Date("2026-07-16T12:00:00Z");
  const after = new Date("2026-07-17T12:00:00Z");
  expect(await listMeetings(one.actor, last)).toHaveLength(1);
  expect(await listMeetings(one.actor, after)).toEqual([]);
});

test("one meeting alone is read for who and when", async () => {
  const { one, two, space } = await aMeeting();
  const { personId } = await aComer(space, { desk: 2, checkedIn: true });
  const only = (otherId: string) =>
    readMeetings(db, one.personId, evening, { otherId, on: tuesday });
  expect(await only(two.personId)).toHaveLength(1);
  expect((await only(personId))[0]?.personId).toBe(personId);
  expect(await only(one.personId)).toEqual([]);
});

test("thanks are read by the two, each their way, and by nobody else", async () => {
  const { one, two } = await aMeeting();
  const input = { personId: two.personId, day: tuesday, text: "Pour le coup de main" };
  await thank(one.actor, input, evening);
  expect(await listThanks(one.actor)).toMatchObject({ received: [], given: [{ name: "Jeanne" }] });
  expect(await listThanks(two.actor)).toMatchObject({
    received: [{ name: "Yann", text: "Pour le coup de main" }],
    given: [],
  });
  expect(await listThanks(await aStaffMember())).toEqual({ received: [], given: [] });
  expect((await listMeetings(one.actor, evening))[0]?.isThanked).toBe(true);
});

test("a block hides the thanks of before, both ways", async () => {
  const { one, two } = await aMeeting();
  await thank(one.actor, { personId: two.personId, day: tuesday }, evening);
  await blocks(one.actor, two.actor);
  for (const { actor } of [one, two]) {
    expect(await listThanks(actor)).toEqual({ received: [], given: [] });
  }
});

test("a visitor met nobody and reads no thanks", async () => {
  await expect(listMeetings(anonymous)).rejects.toThrow(Unauthenticated);
  await expect(listThanks(anonymous)).rejects.toThrow(Unauthenticated);
});
