import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { NotFound } from "@/lib/core/errors";
import { db } from "@/lib/infra/db";
import {
  getHabilitation,
  listGrantsOf,
  listHabilitations,
  listHabilitationsOf,
  listHeldIds,
  listKeptHabilitations,
  listOwnHabilitations,
} from "@/lib/members/habilitations/queries";
import { aMember, aStaffMember, hostOf } from "@/tests/support/actors";
import { aSpace, mondayMorning as at } from "@/tests/support/factories";
import { aHabilitation, askFor, heldBy } from "@/tests/support/habilitations";

const later = (days: number) => new Date(at.getTime() + days * 86_400_000);

test("one’s own: the longest of each, those over within a year last, those taken back not at all", async () => {
  const member = await aMember();
  const [keys, laser, old, gone] = [
    await aHabilitation(null, `Clés ${member.personId}`),
    await aHabilitation(12, `Atelier ${member.personId}`),
    await aHabilitation(12, `Bois ${member.personId}`),
    await aHabilitation(),
  ];
  await heldBy(member.personId, keys.id);
  await heldBy(member.personId, laser.id, later(3));
  await heldBy(member.personId, laser.id, later(9));
  await heldBy(member.personId, old.id, later(-364));
  await heldBy(member.personId, (await aHabilitation()).id, later(-366));
  const { id } = await heldBy(member.personId, gone.id);
  await db.habilitationGrant.update({ where: { id }, data: { revokedAt: at } });
  const own = await listOwnHabilitations(member, at);
  expect(own.map((one) => [one.id, one.expiresAt, one.isOver])).toEqual([
    [laser.id, later(9), false],
    [keys.id, null, false],
    [old.id, later(-364), true],
  ]);
  expect(await listHabilitationsOf(member.personId, at)).toEqual(own);
  expect(await listHeldIds(db, member.personId, at)).toEqual(new Set([keys.id, laser.id]));
  expect(await listGrantsOf(db, member.personId)).toHaveLength(5);
  expect(await listOwnHabilitations(await aMember(), at)).toEqual([]);
});

test("staff see how many people hold each and what asks for it, each person once; nobody else", async () => {
  const { id } = await aHabilitation();
  const space = await aSpace();
  const [desk] = space.desks;
  if (desk) await askFor(desk, id);
  const member = await aMember();
  await heldBy(member.personId, id, later(5));
  await heldBy(member.personId, id);
  await heldBy((await aMember()).personId, id, later(-1));
  const kept = (await listKeptHabilitations(await aStaffMember(), at)).find((one) => one.id === id);
  expect(kept).toMatchObject({ holders: 1, askedBy: [`Bureau 1, ${space.name}`] });
  for (const actor of [member, await hostOf(space)]) {
    await expect(listKeptHabilitations(actor, at)).rejects.toThrow(NotFound);
  }
});

test("anybody reads what one allows and where, also once it is withdrawn; an unknown one is not there", async () => {
  const { id } = await aHabilitation(6);
  const space = await aSpace({ hostName: "Inès" });
  for (const desk of space.desks) await askFor(desk, id);
  const found = await getHabilitation(id);
  expect(found).toMatchObject({ validMonths: 6, isWithdrawn: false });
  expect(found.places).toEqual([
    {
      ...{ slug: space.slug, name: space.name, hostName: "Inès" },
      resources: ["Bureau 1", "Bureau 2", "Bureau 3"],
    },
  ]);
  await db.habilitation.update({ where: { id }, data: { withdrawnAt: at } });
  expect(await getHabilitation(id)).toMatchObject({ isWithdrawn: true });
  expect((await listHabilitations()).map((one) => one.id)).not.toContain(id);
  await expect(getHabilitation(randomUUID())).rejects.toThrow(NotFound);
});
