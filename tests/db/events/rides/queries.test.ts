import { beforeAll, expect, test } from "vitest";
import { type Actor, anonymous, type PersonActor } from "@/lib/core/actor";
import { NotFound } from "@/lib/core/errors";
import { getEvent } from "@/lib/events/queries";
import { askRide, offerRide } from "@/lib/events/rides/commands";
import { getRideBoard } from "@/lib/events/rides/queries";
import { db } from "@/lib/infra/db";
import { startConversation } from "@/lib/members/conversations/commands";
import { getRecipient } from "@/lib/members/conversations/queries";
import { aMember, hostOf } from "@/tests/support/actors";
import { anEvent } from "@/tests/support/events";
import { aCommune, aSpace, mondayMorning as at } from "@/tests/support/factories";
import { aListedMember, block } from "@/tests/support/mutual-help";

let space: Awaited<ReturnType<typeof aSpace>>;
let albas: Awaited<ReturnType<typeof aCommune>>;
let belaye: Awaited<ReturnType<typeof aCommune>>;
beforeAll(async () => {
  space = await aSpace();
  [albas, belaye] = [await aCommune({ name: "Albas" }), await aCommune({ name: "Bélaye" })];
});

/** A car from Albas, whose driver members may know, and one from Bélaye whose driver they may not. */
async function aBoard() {
  const event = await anEvent(space);
  const [listed, discreet] = [await aListedMember(), await aMember()];
  const wish = { event: event.slug, seats: 2, leavesAt: 820 };
  await offerRide(listed, { ...wish, communeId: albas.insee }, at);
  await offerRide(discreet, { ...wish, communeId: belaye.insee, leavesAt: 800 }, at);
  const boardOf = async (actor: Actor, when = at) =>
    getRideBoard(actor, await getEvent(actor, event.slug, when), when);
  const ridesOf = async (actor: Actor) => {
    const board = await boardOf(actor);
    return board?.for === "member" ? board.rides : [];
  };
  const ask = (actor: PersonActor, communeId: string) =>
    askRide(actor, { event: event.slug, seats: 1, communeId }, at);
  return { event, listed, discreet, boardOf, ridesOf, ask };
}

test("a visitor reads seats by commune and nobody’s name", async () => {
  const { boardOf, listed } = await aBoard();
  const board = await boardOf(anonymous);
  expect(board).toEqual({
    for: "visitor",
    counts: [
      { commune: "Albas", offered: 2, asked: 0 },
      { commune: "Bélaye", offered: 2, asked: 0 },
    ],
  });
  expect(JSON.stringify(board)).not.toContain(listed.name);
});

test("a member reads when each leaves, with the names that profiles open to members", async () => {
  const { ridesOf, listed } = await aBoard();
  const rides = await ridesOf(await aMember());
  expect(rides.map(({ name, leavesAt, commune }) => [name, leavesAt, commune.name])).toEqual([
    [null, 800, "Bélaye"],
    [listed.name, 820, "Albas"],
  ]);
  expect(rides.every(({ mayWithdraw }) => !mayWithdraw)).toBe(true);
  expect((await ridesOf(await hostOf(space))).every(({ mayWithdraw }) => mayWithdraw)).toBe(true);
});

test("two who leave from the same commune are suggested to each other, others are not", async () => {
  const { ridesOf, ask, discreet, listed } = await aBoard();
  const member = await aMember();
  await ask(member, belaye.insee);
  const flags = async (actor: PersonActor) =>
    (await ridesOf(actor)).map(({ commune, isOwn, isNeighbour }) => [
      ...[commune.name, isOwn, isNeighbour],
    ]);
  expect(await flags(member)).toEqual([
    ["Bélaye", true, false],
    ["Bélaye", false, true],
    ["Albas", false, false],
  ]);
  expect(await flags(discreet)).toContainEqual(["Bélaye", false, true]);
  expect((await ridesOf(listed)).some(({ isNeighbour }) => isNeighbour)).toBe(false);
});

test("whoever lives there is shown their neighbours before saying anything", async () => {
  const { boardOf } = await aBoard();
  const member = await aMember();
  await db.profile.create({ data: { personId: member.personId, communeId: albas.insee } });
  const board = await boardOf(member);
  expect(board).toMatchObject({ for: "member", home: albas.insee });
  expect(board?.for === "member" && board.rides[0]).toMatchObject({ isNeighbour: true });
});

test("people of whom one blocked the other do not find each other there", async () => {
  const { ridesOf, ask, listed } = await aBoard();
  const member = await aMember();
  await ask(member, albas.insee);
  await block(listed.personId, member.personId);
  const fromAlbas = async (actor: PersonActor) =>
    (await ridesOf(actor)).filter(({ commune }) => commune.name === "Albas");
  expect(await fromAlbas(member)).toMatchObject([{ isOwn: true }]);
  expect(await fromAlbas(listed)).toMatchObject([{ isOwn: true }]);
});

test("there is no board once it has begun, nor for what is online", async () => {
  const { boardOf } = await aBoard();
  expect(await boardOf(await aMember(), new Date("2026-06-18T12:00:00Z"))).toBeNull();
  const online = await anEvent(space, { placeKind: "online" });
  expect(await getRideBoard(anonymous, await getEvent(anonymous, online.slug, at), at)).toBeNull();
});

test("one writes to a driver through the site, by no name that is not for members, until the event begins", async () => {
  const { discreet } = await aBoard();
  const member = await aMember();
  const to = { to: discreet.personId };
  expect(await getRecipient(member, to, at)).toMatchObject({
    person: { id: discreet.personId, name: null },
  });
  const begun = new Date("2026-06-18T12:00:00Z");
  await expect(getRecipient(member, to, begun)).rejects.toThrow(NotFound);
  await expect(getRecipient(discreet, to, at)).rejects.toThrow(NotFound);
  const text = "Avez-vous encore une place ?";
  expect(await startConversation(member, { ...to, text }, at)).toMatchObject({ ok: true });
  const [mail] = await db.notification.findMany({ where: { personId: discreet.personId } });
  expect(JSON.stringify(mail?.payload)).not.toContain(member.email ?? "");
});
