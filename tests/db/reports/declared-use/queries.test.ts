import { expect, test } from "vitest";
import { anonymous } from "@/lib/core/actor";
import { day } from "@/lib/core/day";
import { NotFound } from "@/lib/core/errors";
import { findDeclaredUse } from "@/lib/reports/declared-use/queries";
import { pricedUse } from "@/lib/reports/declared-use/rules";
import { assumptions } from "@/lib/surveys/diagnosis/schema";
import { aMember, aStaffMember, hostOf } from "@/tests/support/actors";
import { aBooking, aCommune, aPerson, aSpace } from "@/tests/support/factories";
import { aCampaign, answered } from "@/tests/support/surveys";

const november = new Date("2026-11-10T08:00:00Z");

test("before any survey closed there is nothing to compare", async () => {
  await aCampaign();
  expect(
    await findDeclaredUse(await aStaffMember(), null, new Date("2026-07-01T08:00:00Z")),
  ).toBeNull();
});

test("a survey just closed has no month after it yet, and with nobody come no use", async () => {
  await aCampaign({ closesAt: new Date("2026-09-15T22:00:00Z") });
  const staff = await aStaffMember();
  const soon = await findDeclaredUse(staff, null, new Date("2026-10-02T08:00:00Z"));
  expect(soon).toMatchObject({ period: null, use: null });
  const later = await findDeclaredUse(staff, null, november);
  expect(later).toMatchObject({ period: { first: "2026-10", last: "2026-10" }, use: null });
});

test("what was declared stands beside who came, by commune, half-day and kind", async () => {
  const { insee } = await aCommune({ isMember: true });
  const space = await aSpace({ desks: 6, communeId: insee });
  const campaign = await aCampaign({ closesAt: new Date("2026-09-16T22:00:00Z") });
  const wish = { interet: "certain", frequence: "1_2_sem", communes_souhaitees: [insee] };
  await answered(
    campaign.id,
    Array.from({ length: 12 }, () => ({
      ...wish,
      creneaux: ["mar:matin"],
      espaces: ["poste_ouvert"],
      prix_demi_bon: 7,
      prix_demi_cher: 12,
    })),
  );
  // Six people, one Tuesday of October each a whole day.
  for (let desk = 0; desk < 6; desk += 1) {
    const { id } = await aPerson();
    await aBooking({
      space,
      desk,
      personId: id,
      day: day("2026-10-13"),
      startsAt: "2026-10-13T06:30:00Z",
      endsAt: "2026-10-13T16:30:00Z",
      checkedInAt: "2026-10-13T07:00:00Z",
    });
  }
  const found = await findDeclaredUse(await aStaffMember(), null, november);
  expect(found?.diagnosis.campaign.slug).toBe(campaign.slug);
  expect(found?.use?.places.find(({ key }) => key === insee)).toMatchObject({
    declared: expect.closeTo(12 * 3.6, 6),
    real: 6,
    ratio: expect.closeTo(6 / 43.2, 6),
  });
  expect(found?.use?.slots.find(({ key }) => key === "mar:matin")).toMatchObject({
    declared: expect.closeTo(7.2, 6),
    // Six half-days, to the nearest five.
    real: 2.5,
  });
  expect(found?.use?.kinds.find(({ key }) => key === "desk")).toMatchObject({ real: 5 });
  // Twelve half-days are told as ten: at the eight euros supposed, beside what those who want a desk would pay.
  const [desks] = pricedUse(found?.use?.kinds ?? [], assumptions.parse({}));
  expect(desks).toEqual({ kind: "desk", halfDays: 10, tariff: 8, amount: 80 });
  expect(found?.diagnosis.pricesByKind.get("desk")).toEqual({ medianFair: 7, medianDear: 12 });
});

test("months of fewer than five people are in none of it, nor said to be none", async () => {
  const { insee } = await aCommune({ isMember: true });
  const space = await aSpace({ desks: 6, communeId: insee });
  await aCampaign({
    opensAt: new Date("2036-06-14T22:00:00Z"),
    closesAt: new Date("2036-09-15T22:00:00Z"),
  });
  const came = async (on: string, people: number) => {
    for (let desk = 0; desk < people; desk += 1) {
      const { id: personId } = await aPerson();
      const hours = { startsAt: `${on}T07:30:00Z`, endsAt: `${on}T16:30:00Z` };
      const own = { space, desk, personId, day: day(on), checkedInAt: hours.startsAt };
      await aBooking({ ...own, ...hours });
    }
  };
  await came("2036-10-14", 3);
  const staff = await aStaffMember();
  const read = (at: string) => findDeclaredUse(staff, null, new Date(`${at}T08:00:00Z`));
  expect(await read("2036-11-05")).toMatchObject({ period: { last: "2036-10" }, use: null });
  await came("2036-11-11", 6);
  const found = await read("2036-12-05");
  // Six days over the one month that is told; the three of October would be found in a mean of both.
  expect(found?.use).toMatchObject({ real: 6, leftOut: 1, slotsLeftOut: 1, kindsLeftOut: 1 });
  expect(found?.use?.places.find(({ key }) => key === insee)).toMatchObject({
    real: 6,
    leftOut: 1,
  });
  // With two such months of three, what the third says is no mean of a month.
  await came("2036-12-09", 3);
  const later = await read("2037-01-05");
  expect(later?.use).toMatchObject({ real: 6, leftOut: 2 });
  expect(later?.use?.places.find(({ key }) => key === insee)).toMatchObject({
    ...{ real: null, leftOut: 2 },
  });
}, 60_000);

test("the year of a survey is read after the next one has closed, by its name and until the next has a month", async () => {
  const closing = (year: number) => ({
    opensAt: new Date(`${year}-06-14T22:00:00Z`),
    closesAt: new Date(`${year}-09-15T22:00:00Z`),
  });
  const [earlier, later] = [await aCampaign(closing(2030)), await aCampaign(closing(2031))];
  const staff = await aStaffMember();
  const read = (named: string | null, at: string) =>
    findDeclaredUse(staff, named, new Date(`${at}T08:00:00Z`));
  const whole = { first: "2030-10", last: "2031-09" };
  // The later has closed, and no month of it is over yet.
  expect(await read(null, "2031-10-05")).toMatchObject({
    diagnosis: { campaign: { slug: earlier.slug } },
    period: whole,
  });
  expect(await read(later.slug, "2031-10-05")).toMatchObject({ period: null });
  const november2031 = await read(null, "2031-11-05");
  expect(november2031).toMatchObject({ diagnosis: { campaign: { slug: later.slug } } });
  expect(november2031?.campaigns.slice(0, 2).map(({ slug }) => slug)).toEqual([
    ...[later.slug, earlier.slug],
  ]);
  expect(await read(earlier.slug, "2031-11-05")).toMatchObject({ period: whole });
  await expect(read("none", "2031-11-05")).rejects.toThrow(NotFound);
});

test("it is for staff", async () => {
  for (const actor of [anonymous, await aMember(), await hostOf(await aSpace())]) {
    await expect(findDeclaredUse(actor, null, november)).rejects.toThrow(NotFound);
  }
});
