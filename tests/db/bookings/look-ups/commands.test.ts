import { expect, test } from "vitest";
import { lookUpPeople } from "@/lib/bookings/look-ups/commands";
import { NotFound } from "@/lib/core/errors";
import { db } from "@/lib/infra/db";
import { aMember, hostOf } from "@/tests/support/actors";
import { aMembership } from "@/tests/support/belonging";
import { aPerson, aSpace, mondayMorning } from "@/tests/support/factories";

const at = mondayMorning;

test("a whole address finds anybody, whose name is not told before they are of the space; journalled", async () => {
  const space = await aSpace();
  const host = await hostOf(space);
  const stranger = await aPerson({ name: "Karim Inconnu" });
  const email = stranger.email ?? "";
  const look = (text: string) => lookUpPeople(host, { slug: space.slug, text }, at);
  expect(await look(` ${email.toUpperCase()} `)).toEqual({
    ok: true,
    value: { people: [{ id: stranger.id, name: email.toUpperCase() }], proof: expect.any(String) },
  });
  const lines = { where: { subjectId: stranger.id } };
  expect(await db.journalEntry.findMany(lines)).toMatchObject([
    { action: "person.looked_up", actorId: host.personId, spaceId: space.id },
  ]);
  await aMembership(space, stranger.id);
  expect(await look(email)).toMatchObject({
    value: { people: [{ name: "Karim Inconnu" }], proof: null },
  });
  expect(await db.journalEntry.count(lines)).toBe(1);
  expect(await look("personne@exemple.test")).toMatchObject({ value: { people: [] } });
});

test("addresses are not tried out one after the other", async () => {
  const space = await aSpace();
  const host = await hostOf(space);
  const look = (text: string) => lookUpPeople(host, { slug: space.slug, text }, at);
  for (let tried = 0; tried < 20; tried += 1) {
    expect(await look(`essai-${tried}@exemple.test`)).toMatchObject({ ok: true });
  }
  expect(await look("encore@exemple.test")).toMatchObject({ refusal: "too_many_look_ups" });
  expect(await look("Karim")).toMatchObject({ ok: true });
});

test("whoever blocked the host is found by none of their addresses, unless they are of the space", async () => {
  const space = await aSpace();
  const [host, person] = [await hostOf(space), await aMember()];
  await db.block.create({ data: { blockerId: person.personId, blockedId: host.personId } });
  const look = () => lookUpPeople(host, { slug: space.slug, text: person.email ?? "" }, at);
  expect(await look()).toMatchObject({ value: { people: [] } });
  await aMembership(space, person.personId);
  expect(await look()).toMatchObject({ value: { people: [{ id: person.personId }] } });
});

test("a member, and a host of another space, look nobody up", async () => {
  const space = await aSpace();
  for (const actor of [await aMember(), await hostOf(await aSpace())]) {
    for (const text of ["karim@exemple.test", "karim"]) {
      await expect(lookUpPeople(actor, { slug: space.slug, text }, at)).rejects.toThrow(NotFound);
    }
  }
});
