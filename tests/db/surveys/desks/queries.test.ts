import { expect, test } from "vitest";
import { type Actor, anonymous } from "@/lib/core/actor";
import { db } from "@/lib/infra/db";
import { getDesk } from "@/lib/surveys/desks/queries";
import type { DeskAddress } from "@/lib/surveys/desks/schema";
import { aMember, anActor, aStaffMember, hostOf } from "@/tests/support/actors";
import { aTownHall } from "@/tests/support/desks";
import { aSpace } from "@/tests/support/factories";
import { anOrganisation } from "@/tests/support/organisations";

/** Who has which desk: everybody at every door. */
async function whoHas(address: DeskAddress, actors: Record<string, Actor>): Promise<string[]> {
  const has = await Promise.all(
    Object.entries(actors).map(async ([name, actor]) => {
      const desk = await getDesk(actor, address).catch(() => null);
      return desk ? [name] : [];
    }),
  );
  return has.flat();
}

test("each door is open to its own people and nobody else", async () => {
  const [space, other] = [await aSpace(), await aSpace()];
  const [townHall, otherHall] = [await aTownHall(), await aTownHall()];
  const delegateOfAFirm = await aMember();
  const firm = await anOrganisation({ delegates: [delegateOfAFirm] });
  await db.organisation.update({ where: { id: firm.id }, data: { kind: "employer" } });
  const unplaced = await aMember();
  const notPlaced = await anOrganisation({ delegates: [unplaced] });
  const actors = {
    visitor: anonymous,
    member: await aMember(),
    host: await hostOf(space),
    otherHost: await hostOf(other),
    clerk: townHall.clerk,
    otherClerk: otherHall.clerk,
    beneficiary: townHall.beneficiary,
    delegateOfAFirm,
    unplaced,
    staff: await aStaffMember(),
    admin: await anActor([{ role: "admin", spaceId: null }]),
  };
  expect(await whoHas({ kind: "staff" }, actors)).toEqual(["staff", "admin"]);
  expect(await whoHas({ kind: "space", slug: space.slug }, actors)).toEqual(["host", "admin"]);
  expect(await whoHas(townHall.desk, actors)).toEqual(["clerk"]);
  for (const organisationId of [firm.id, notPlaced.id]) {
    expect(await whoHas({ kind: "town_hall", organisationId }, actors)).toEqual([]);
  }
});

test("a desk says where its entries come from; staff say it for each", async () => {
  const space = await aSpace();
  const { clerk, desk, commune } = await aTownHall();
  const at = await getDesk(await hostOf(space), { kind: "space", slug: space.slug });
  expect(at.source).toMatchObject({ code: `lieu-${space.slug}`, name: space.name });
  expect(await getDesk(clerk, desk)).toMatchObject({
    commune: { insee: commune.insee },
    source: { kind: "town_hall", name: commune.name },
  });
  expect((await getDesk(await aStaffMember(), { kind: "staff" })).source).toBeNull();
});

test("a clerk whose town hall is closed has no desk at the next request", async () => {
  const { clerk, desk } = await aTownHall();
  await db.organisation.update({
    where: { id: desk.organisationId },
    data: { endedAt: new Date(0) },
  });
  await expect(getDesk(clerk, desk)).rejects.toThrow();
});
