import { expect, test } from "vitest";
import {
  findCompanyOfBooking,
  findSharesPresence,
  getCompanyOfDay,
} from "@/lib/bookings/company/queries";
import { anonymous } from "@/lib/core/actor";
import { NotFound } from "@/lib/core/errors";
import { db } from "@/lib/infra/db";
import { aMember, hostOf } from "@/tests/support/actors";
import { aComer, blocks } from "@/tests/support/company";
import { aSpace, mondayMorning, tuesday } from "@/tests/support/factories";

const namesOf = (people: { name: string | null }[] | null) => people?.map(({ name }) => name);

/** Four come: one says so for this booking, one in the profile, one hides, one says nothing. */
async function aDay() {
  const space = await aSpace({ desks: 6 });
  const shown = await aComer(space, { desk: 0, name: "Jeanne Miquel" });
  await aComer(space, { desk: 1, shown: null, name: "Yann", profile: { sharesPresence: true } });
  await aComer(space, { desk: 2, shown: false, name: "Zoé", profile: { sharesPresence: true } });
  await aComer(space, { desk: 3, shown: null, name: "Paul" });
  return { space, shown };
}

const look = (actor: Parameters<typeof getCompanyOfDay>[0], slug: string) =>
  getCompanyOfDay(actor, slug, tuesday, mondayMorning);

test("members see those who chose so, for that booking or in their profile, and how many in all", async () => {
  const { space } = await aDay();
  const { people, count, isSeen } = await look(await aMember(), space.slug);
  expect(namesOf(people)).toEqual(expect.arrayContaining(["Jeanne Miquel", "Yann"]));
  expect(people).toHaveLength(2);
  expect({ count, isSeen }).toEqual({ count: 4, isSeen: null });
});

test("a visitor sees the number alone", async () => {
  const { space } = await aDay();
  expect(await look(anonymous, space.slug)).toMatchObject({ people: null, count: 4 });
});

test("whoever is blocked, by either, sees no name and the very same number", async () => {
  const { space, shown } = await aDay();
  const [one, two] = [await aMember(), await aMember()];
  await blocks(shown.actor, one);
  await blocks(two, shown.actor);
  for (const actor of [one, two]) {
    const { people, count } = await look(actor, space.slug);
    expect(namesOf(people)).toEqual(["Yann"]);
    expect(count).toBe(4);
  }
  expect(namesOf((await look(await aMember(), space.slug)).people)).toContain("Jeanne Miquel");
});

test("two come or nobody comes: it reads alike for everybody", async () => {
  const [empty, space] = [await aSpace(), await aSpace()];
  const { actor } = await aComer(space, { desk: 0 });
  await aComer(space, { desk: 1, shown: false });
  const blocked = await aMember();
  await blocks(actor, blocked);
  for (const viewer of [anonymous, await aMember(), blocked]) {
    expect((await look(viewer, space.slug)).count).toBeNull();
    expect((await look(viewer, empty.slug)).count).toBeNull();
  }
});

test("what is cancelled, over, given back or left is nobody's presence", async () => {
  const space = await aSpace({ desks: 5 });
  const gone = [
    await aComer(space, { desk: 0 }),
    await aComer(space, { desk: 1 }),
    await aComer(space, { desk: 2 }),
  ];
  const [cancelled, lapsed, left] = gone.map(({ booking }) => ({ id: booking.id }));
  await db.booking.updateMany({
    where: cancelled ?? {},
    data: { state: "cancelled", endedAt: mondayMorning },
  });
  await db.booking.updateMany({ where: lapsed ?? {}, data: { lapsesAt: mondayMorning } });
  const checkedOutAt = new Date("2026-06-16T07:00:00Z");
  await db.booking.updateMany({ where: left ?? {}, data: { checkedOutAt } });
  await aComer(space, { desk: 3, from: "05:00", to: "06:00" });
  await aComer(space, { desk: 4, name: "Là encore" });
  const during = new Date("2026-06-16T07:30:00Z");
  const { people } = await getCompanyOfDay(await aMember(), space.slug, tuesday, during);
  expect(namesOf(people)).toEqual(["Là encore"]);
});

test("what one does is said when it is open to members, one's page when one's name is", async () => {
  const space = await aSpace();
  const open = { activity: "Comptable", audiences: { activity: "members", name: "members" } };
  const shut = { activity: "Secret", audiences: { activity: "hosts" } };
  await aComer(space, { desk: 0, name: "A", profile: open });
  await aComer(space, { desk: 1, name: "B", profile: shut });
  const { people } = await look(await aMember(), space.slug);
  const facts = people?.map(({ name, activity, hasPage }) => [name, activity, hasPage]);
  expect(facts).toEqual(
    expect.arrayContaining([
      ["A", "Comptable", true],
      ["B", null, false],
    ]),
  );
});

test("one is not in one's own company, and is told whether one is seen", async () => {
  const space = await aSpace();
  const { actor } = await aComer(space, { desk: 0, shown: false });
  expect(await look(actor, space.slug)).toMatchObject({ people: [], isSeen: false });
});

test("a host of the space is led to the day of the space, another member is not", async () => {
  const space = await aSpace();
  expect((await look(await hostOf(space), space.slug)).isHost).toBe(true);
  expect((await look(await aMember(), space.slug)).isHost).toBe(false);
});

test("a space that is none has no day", async () => {
  await expect(look(await aMember(), "nulle-part")).rejects.toThrow(NotFound);
});

test("on one's booking one sees whom one meets, and nobody of another moment", async () => {
  const space = await aSpace({ desks: 4 });
  const { actor, booking } = await aComer(space, { desk: 0 });
  await aComer(space, { desk: 1, name: "Le matin" });
  await aComer(space, { desk: 2, name: "L’après-midi", from: "12:00", to: "16:00" });
  const company = await findCompanyOfBooking(actor, booking.id, mondayMorning);
  expect(namesOf(company?.people ?? null)).toEqual(["Le matin"]);
  expect(company).toMatchObject({ choice: "yes", sharesPresence: false, mayChoose: true });
});

test("nobody else reads the company of a booking, a host of its space neither", async () => {
  const space = await aSpace();
  const { booking } = await aComer(space, { desk: 0 });
  for (const other of [await aMember(), await hostOf(space), anonymous]) {
    expect(await findCompanyOfBooking(other, booking.id, mondayMorning)).toBeNull();
  }
});

test("a booking that is over has no company and nothing to choose", async () => {
  const space = await aSpace();
  const { actor, booking } = await aComer(space, { desk: 0 });
  await aComer(space, { desk: 1 });
  const after = new Date("2026-06-16T10:30:00Z");
  expect(await findCompanyOfBooking(actor, booking.id, after)).toMatchObject({
    people: [],
    mayChoose: false,
  });
});

test("a form of booking says what the profile says", async () => {
  const actor = await aMember();
  expect(await findSharesPresence(actor)).toBe(false);
  const { personId } = actor;
  await db.profile.create({ data: { personId, sharesPresence: true } });
  expect(await findSharesPresence(actor)).toBe(true);
});
