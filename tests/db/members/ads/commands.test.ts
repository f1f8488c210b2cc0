import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { anonymous, type PersonActor } from "@/lib/core/actor";
import { addDays, day } from "@/lib/core/day";
import { NotFound, Unauthenticated } from "@/lib/core/errors";
import { db } from "@/lib/infra/db";
import { closeAd, editAd, postAd, renewAd, reopenAd } from "@/lib/members/ads/commands";
import { getAd } from "@/lib/members/ads/queries";
import type { AdInput } from "@/lib/members/ads/schema";
import { aMember, aStaffMember, hostOf } from "@/tests/support/actors";
import { aCommune, aSpace, mondayMorning } from "@/tests/support/factories";
import { anAd } from "@/tests/support/mutual-help";

const today = day("2026-06-15");
const later = (days: number) => new Date(mondayMorning.getTime() + days * 86_400_000);

const wish = (over: Partial<AdInput> = {}): AdInput => ({
  kind: "ask",
  theme: "digital",
  title: "Quelqu’un aurait un vidéoprojecteur pour samedi ?",
  text: "Pour la fête de l’école.",
  validUntil: addDays(today, 30),
  ...over,
});

async function posted(actor: PersonActor, over: Partial<AdInput> = {}) {
  const result = await postAd(actor, wish(over), mondayMorning);
  if (!result.ok) throw new Error(result.refusal);
  return result.value.id;
}

test("a member posts a need in a space, and it reads as it was written", async () => {
  const [author, space] = [await aMember(), await aSpace()];
  const id = await posted(author, { place: space.slug, counterpart: "contre un logo" });
  expect(await getAd(author, id, mondayMorning)).toMatchObject({
    kind: "ask",
    theme: "digital",
    title: "Quelqu’un aurait un vidéoprojecteur pour samedi ?",
    counterpart: "contre un logo",
    place: { kind: "space", name: space.name, slug: space.slug },
    validUntil: "2026-07-15",
    state: "open",
    isOwn: true,
  });
});

test("a visitor posts nothing", async () => {
  await expect(postAd(anonymous, wish(), mondayMorning)).rejects.toThrow(Unauthenticated);
});

test.each([
  ["unknown_place", { place: "nulle-part" }],
  ["day_passed", { validUntil: addDays(today, -1) }],
  ["day_too_far", { validUntil: addDays(today, 91) }],
] as const)("an ad is refused with %s, and nothing is written", async (refusal, over) => {
  const author = await aMember();
  expect(await postAd(author, wish(over), mondayMorning)).toEqual({ ok: false, refusal });
  expect(await db.ad.count({ where: { personId: author.personId } })).toBe(0);
});

test("the same ad sent twice at once is one; another one is another", async () => {
  const author = await aMember();
  const ids = await Promise.all([posted(author), posted(author), posted(author)]);
  expect(new Set(ids).size).toBe(1);
  // The negative control: what differs is written.
  expect(await posted(author, { title: "Et un écran ?" })).not.toBe(ids[0]);
  expect(await db.ad.count({ where: { personId: author.personId } })).toBe(2);
});

test("twenty ads are open at most; one closed makes room", async () => {
  const author = await aMember();
  const ads = [];
  for (let count = 0; count < 20; count += 1) ads.push(await anAd(author.personId));
  expect(await postAd(author, wish(), mondayMorning)).toMatchObject({ refusal: "too_many_ads" });
  await closeAd(author, { adId: ads[0]?.id ?? "" }, mondayMorning);
  expect(await postAd(author, wish(), mondayMorning)).toMatchObject({ ok: true });
});

test("the eleventh ad of a day is refused, whoever else posts", async () => {
  const author = await aMember();
  for (let count = 0; count < 10; count += 1) await posted(author, { title: `Besoin ${count}` });
  const refused = await postAd(author, wish({ title: "Encore" }), mondayMorning);
  expect(refused).toEqual({ ok: false, refusal: "posted_too_often" });
  expect(await postAd(await aMember(), wish(), mondayMorning)).toMatchObject({ ok: true });
});

test("its author changes everything of an ad, its place and its day among them", async () => {
  const [author, commune] = [await aMember(), await aCommune()];
  const adId = await posted(author, { counterpart: "un café" });
  const changed = wish({
    kind: "lend",
    title: "Je prête une échelle",
    place: commune.insee,
    validUntil: today,
  });
  expect(await editAd(author, { adId, ...changed }, mondayMorning)).toMatchObject({ ok: true });
  expect(await getAd(author, adId, mondayMorning)).toMatchObject({
    kind: "lend",
    title: "Je prête une échelle",
    counterpart: null,
    place: { kind: "commune", name: commune.name },
    validUntil: "2026-06-15",
  });
  const { searchText } = await db.ad.findUniqueOrThrow({ where: { id: adId } });
  expect(searchText).toContain("je prete une echelle");
});

test("a change to a place that does not exist is refused and changes nothing", async () => {
  const author = await aMember();
  const adId = await posted(author);
  const change = { adId, ...wish({ title: "Autre", place: "nulle-part" }) };
  expect(await editAd(author, change, mondayMorning)).toEqual({
    ok: false,
    refusal: "unknown_place",
  });
  expect((await getAd(author, adId, mondayMorning)).title).toBe(wish().title);
});

test("closed twice is closed once; reopened it is shown until the same day", async () => {
  const author = await aMember();
  const adId = await posted(author);
  await closeAd(author, { adId }, mondayMorning);
  await closeAd(author, { adId }, later(1));
  const closed = await db.ad.findUniqueOrThrow({ where: { id: adId } });
  expect(closed.closedAt).toEqual(mondayMorning);
  expect(await renewAd(author, { adId }, later(1))).toEqual({ ok: false, refusal: "ad_closed" });
  await reopenAd(author, { adId }, later(2));
  await reopenAd(author, { adId }, later(2));
  expect(await getAd(author, adId, later(2))).toMatchObject({
    state: "open",
    validUntil: "2026-07-15",
  });
});

test("an ad past its day comes back for thirty days, renewed or reopened", async () => {
  const author = await aMember();
  const [renewed, reopened] = [await anAd(author.personId), await anAd(author.personId)];
  const august = new Date("2026-08-03T10:00:00Z");
  expect((await getAd(author, renewed.id, august)).state).toBe("expired");
  await renewAd(author, { adId: renewed.id }, august);
  await renewAd(author, { adId: renewed.id }, august);
  await closeAd(author, { adId: reopened.id }, august);
  await reopenAd(author, { adId: reopened.id }, august);
  for (const { id } of [renewed, reopened]) {
    expect(await getAd(author, id, august)).toMatchObject({
      state: "open",
      validUntil: "2026-09-02",
    });
  }
});

test("nobody changes somebody else's ad: another member, a host of its place, staff, a visitor", async () => {
  const [author, space] = [await aMember(), await aSpace()];
  const adId = await posted(author, { place: space.slug });
  const others = [await aMember(), await hostOf(space), await aStaffMember(), anonymous];
  for (const other of others) {
    for (const work of [
      () => editAd(other, { adId, ...wish({ title: "Autre" }) }, mondayMorning),
      () => closeAd(other, { adId }, mondayMorning),
      () => reopenAd(other, { adId }, mondayMorning),
      () => renewAd(other, { adId }, mondayMorning),
    ]) {
      await expect(work()).rejects.toThrow(NotFound);
    }
  }
  expect(await getAd(author, adId, mondayMorning)).toMatchObject({
    title: wish().title,
    state: "open",
  });
});

test("an ad that does not exist is not found", async () => {
  const author = await aMember();
  await expect(closeAd(author, { adId: randomUUID() }, mondayMorning)).rejects.toThrow(NotFound);
});
