import { expect, test } from "vitest";
import { listCoPresences, listSeekers, readCoPresences } from "@/lib/bookings/co-presences/queries";
import { chooseShown } from "@/lib/bookings/company/commands";
import { anonymous } from "@/lib/core/actor";
import { day } from "@/lib/core/day";
import { Unauthenticated } from "@/lib/core/errors";
import { db } from "@/lib/infra/db";
import { aComer, blocks } from "@/tests/support/company";
import { aSpace, mondayMorning, tuesday } from "@/tests/support/factories";
import { aBookkeeperAndASeeker, anAd } from "@/tests/support/helping";

test("a bookkeeper will be there on Tuesday morning, like you", async () => {
  const { seeker, helper, ad, space } = await aBookkeeperAndASeeker();
  expect(await listCoPresences(seeker.actor, mondayMorning)).toEqual([
    {
      personId: helper.personId,
      name: "Jeanne Miquel",
      hasPage: true,
      need: "Cherche comptable",
      adId: ad.id,
      offer: "Comptabilité",
      day: tuesday,
      startsAt: new Date("2026-06-16T06:30:00Z"),
      endsAt: new Date("2026-06-16T10:30:00Z"),
      bookingId: seeker.booking.id,
      space: { slug: space.slug, name: space.name, timeZone: "Europe/Paris" },
    },
  ]);
});

test("whoever helps is not told of whom they could help: they look for nothing", async () => {
  const { helper } = await aBookkeeperAndASeeker();
  expect(await listCoPresences(helper.actor, mondayMorning)).toEqual([]);
});

test("either of the two who does not want to be seen, and nobody is told", async () => {
  for (const hidden of ["seeker", "helper"] as const) {
    const both = await aBookkeeperAndASeeker();
    const { actor, booking } = both[hidden];
    await chooseShown(actor, { bookingId: booking.id, shown: "no" }, mondayMorning);
    expect(await listCoPresences(both.seeker.actor, mondayMorning)).toEqual([]);
  }
});

test("a block between the two, whoever asked for it, and nobody is told", async () => {
  for (const way of [0, 1]) {
    const { seeker, helper } = await aBookkeeperAndASeeker();
    const [one, two] = way ? [seeker, helper] : [helper, seeker];
    await blocks(one.actor, two.actor);
    expect(await listCoPresences(seeker.actor, mondayMorning)).toEqual([]);
  }
});

test("what is not open to members helps nobody", async () => {
  const { seeker, helper } = await aBookkeeperAndASeeker();
  const { personId } = helper;
  await db.profile.update({ where: { personId }, data: { audiences: { skills: "hosts" } } });
  expect(await listCoPresences(seeker.actor, mondayMorning)).toEqual([]);
});

test("another moment, another space, or a day too far is no meeting", async () => {
  const { seeker, helper, space } = await aBookkeeperAndASeeker();
  await db.booking.deleteMany({ where: { personId: helper.personId } });
  const { actor } = helper;
  await aComer(space, { desk: 1, actor, from: "12:00", to: "16:00" });
  await aComer(await aSpace(), { desk: 1, actor });
  const far = day("2026-07-07");
  await aComer(space, { desk: 1, actor, on: far });
  await aComer(space, { desk: 0, actor: seeker.actor, on: far });
  expect(await listCoPresences(seeker.actor, mondayMorning)).toEqual([]);
});

test("an ad that is closed asks for nothing; a line of one's profile does", async () => {
  const { seeker, ad } = await aBookkeeperAndASeeker();
  await db.ad.update({ where: { id: ad.id }, data: { closedAt: mondayMorning } });
  expect(await listCoPresences(seeker.actor, mondayMorning)).toEqual([]);
  const { personId } = seeker;
  await db.profile.create({ data: { personId, seeks: ["un comptable"] } });
  const [found] = await listCoPresences(seeker.actor, mondayMorning);
  expect(found).toMatchObject({ need: "un comptable", adId: null });
});

test("an offer helps as well as a skill, by its words or by its theme", async () => {
  const space = await aSpace();
  const seeker = await aComer(space, { desk: 0 });
  await anAd(seeker.personId, { title: "Un coup de main", theme: "digital" });
  const helper = await aComer(space, { desk: 1, name: "Paul" });
  await anAd(helper.personId, { kind: "offer", title: "Dépannage", theme: "digital" });
  const found = await listCoPresences(seeker.actor, mondayMorning);
  expect(found.map(({ name, offer }) => [name, offer])).toEqual([["Paul", "Dépannage"]]);
});

test("whoever comes twice that day is told of once", async () => {
  const { seeker, helper, space } = await aBookkeeperAndASeeker();
  for (const { actor } of [seeker, helper]) {
    const desk = actor === seeker.actor ? 2 : 3;
    await aComer(space, { desk, actor, from: "12:00", to: "16:00" });
  }
  expect(await readCoPresences(db, seeker.personId, mondayMorning)).toHaveLength(1);
});

test("the job looks at those who look for something and are seen, and at nobody else", async () => {
  const { seeker, helper } = await aBookkeeperAndASeeker();
  const ids = await listSeekers(db, mondayMorning);
  expect(ids).toContain(seeker.personId);
  expect(ids).not.toContain(helper.personId);
  await db.booking.updateMany({
    where: { personId: seeker.personId },
    data: { shownToMembers: false },
  });
  expect(await listSeekers(db, mondayMorning)).not.toContain(seeker.personId);
});

test("a visitor meets nobody", async () => {
  await expect(listCoPresences(anonymous)).rejects.toThrow(Unauthenticated);
});
