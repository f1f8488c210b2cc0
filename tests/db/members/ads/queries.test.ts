import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { anonymous, type PersonActor } from "@/lib/core/actor";
import { day } from "@/lib/core/day";
import { NotFound } from "@/lib/core/errors";
import { db, Prisma } from "@/lib/infra/db";
import {
  adsOfPage,
  countOpenAds,
  findAnswerableAd,
  findPlace,
  getAd,
  hasOpenAd,
  listAds,
  listNewestAds,
  listOwnAds,
} from "@/lib/members/ads/queries";
import { type AdSearch, readAdSearch } from "@/lib/members/ads/rules";
import { aMember, aStaffMember, hostOf } from "@/tests/support/actors";
import { aCommune, aSpace, mondayMorning } from "@/tests/support/factories";
import { anAd, block } from "@/tests/support/mutual-help";

/** A word no other test writes, so that a search finds this test's ads alone. */
const aWord = () => `mot${randomUUID().replaceAll("-", "")}`;
const searchOf = (text: string, over: Partial<AdSearch> = {}) => ({
  ...readAdSearch({ q: text }),
  ...over,
});
const titlesOf = async (actor: PersonActor, search: AdSearch, at = mondayMorning) =>
  (await listAds(actor, search, at)).ads.map(({ title }) => title);

test("a member finds an ad by words of its title, its text or what is given, accents or not", async () => {
  const [reader, author] = [await aMember(), await aMember()];
  const word = aWord();
  await anAd(author.personId, { title: `Réparer ${word}`, text: "Été", counterpart: "Œuvre" });
  for (const query of [word, `${word.toUpperCase()} reparer`, `été ${word}`, `oeuvre ${word}`]) {
    expect(await titlesOf(reader, searchOf(query))).toEqual([`Réparer ${word}`]);
  }
  expect(await titlesOf(reader, searchOf(`${word} absent`))).toEqual([]);
});

test("signs that mean something to a database mean nothing in a search", async () => {
  const [reader, author] = [await aMember(), await aMember()];
  const word = aWord();
  await anAd(author.personId, { title: word });
  for (const sign of ["%", "_", "\\", "'; DROP TABLE ads --"]) {
    expect(await titlesOf(reader, searchOf(`${word.slice(0, 20)}${sign}zz`))).toEqual([]);
  }
});

test("what is closed, hidden, out of date or by somebody gone is shown to nobody else", async () => {
  const [reader, author, gone] = [await aMember(), await aMember(), await aMember()];
  const word = aWord();
  const write = (title: string, over: Parameters<typeof anAd>[1] = {}) =>
    anAd(author.personId, { title, text: word, ...over });
  await write("ouverte");
  await write("dernier jour", { until: day("2026-06-15") });
  const unseen = [
    await write("passée", { until: day("2026-06-14") }),
    await write("close", { closedAt: mondayMorning }),
    await write("cachée", { hiddenAt: mondayMorning, hideReason: "Publicité" }),
    await anAd(gone.personId, { title: "partie", text: word }),
  ];
  await db.person.update({ where: { id: gone.personId }, data: { erasedAt: mondayMorning } });
  expect((await titlesOf(reader, searchOf(word))).sort()).toEqual(["dernier jour", "ouverte"]);
  for (const { id } of unseen) {
    await expect(getAd(reader, id, mondayMorning)).rejects.toThrow(NotFound);
    expect(await findAnswerableAd(reader, id, mondayMorning)).toBeNull();
  }
  const own = await listOwnAds(author, mondayMorning);
  expect(own.map(({ state }) => state).sort()).toEqual([
    "closed",
    "expired",
    "hidden",
    "open",
    "open",
  ]);
  const hidden = await getAd(author, unseen[2]?.id ?? "", mondayMorning);
  expect(hidden).toMatchObject({ state: "hidden", hideReason: "Publicité" });
});

test("the last day ends at midnight in France, not in UTC", async () => {
  const [reader, author] = [await aMember(), await aMember()];
  const ad = await anAd(author.personId, { until: day("2026-06-15") });
  const [before, after] = [new Date("2026-06-15T21:59:00Z"), new Date("2026-06-15T22:01:00Z")];
  expect((await getAd(reader, ad.id, before)).state).toBe("open");
  await expect(getAd(reader, ad.id, after)).rejects.toThrow(NotFound);
});

test("two people one of whom blocked the other see nothing of each other's ads", async () => {
  const [one, other, third] = [await aMember(), await aMember(), await aMember()];
  const word = aWord();
  const ads = [
    await anAd(one.personId, { title: "de l’un", text: word }),
    await anAd(other.personId, { title: "de l’autre", text: word }),
  ];
  await block(one.personId, other.personId);
  expect(await titlesOf(one, searchOf(word))).toEqual(["de l’un"]);
  expect(await titlesOf(other, searchOf(word))).toEqual(["de l’autre"]);
  expect(await titlesOf(third, searchOf(word))).toHaveLength(2);
  await expect(getAd(one, ads[1]?.id ?? "", mondayMorning)).rejects.toThrow(NotFound);
  await expect(getAd(other, ads[0]?.id ?? "", mondayMorning)).rejects.toThrow(NotFound);
  expect(await findAnswerableAd(other, ads[0]?.id ?? "", mondayMorning)).toBeNull();
});

test("a visitor reads no ad; staff read one that is no longer shown, a host does not", async () => {
  const [author, space] = [await aMember(), await aSpace()];
  const ad = await anAd(author.personId, { placeSpaceId: space.id, hiddenAt: mondayMorning });
  expect(await getAd(await aStaffMember(), ad.id, mondayMorning)).toMatchObject({
    state: "hidden",
  });
  await expect(getAd(await hostOf(space), ad.id, mondayMorning)).rejects.toThrow(NotFound);
  await expect(getAd(anonymous, ad.id, mondayMorning)).rejects.toThrow(NotFound);
  await expect(getAd(author, randomUUID(), mondayMorning)).rejects.toThrow(NotFound);
});

test("the list narrows by kind, by theme, by space and by commune with its spaces", async () => {
  const [reader, { personId }] = [await aMember(), await aMember()];
  const word = aWord();
  const commune = await aCommune();
  const space = await aSpace({ communeId: commune.insee });
  await anAd(personId, { title: "prêt", text: word, kind: "lend" });
  await anAd(personId, { title: "langue", text: word, theme: "languages" });
  await anAd(personId, { title: "au lieu", text: word, placeSpaceId: space.id });
  await anAd(personId, { title: "au village", text: word, communeId: commune.insee });
  const titles = async (over: Partial<AdSearch>) =>
    (await titlesOf(reader, searchOf(word, over))).sort();
  expect(await titles({ kind: "lend" })).toEqual(["prêt"]);
  expect(await titles({ theme: "languages" })).toEqual(["langue"]);
  expect(await titles({ place: space.slug })).toEqual(["au lieu"]);
  expect(await titles({ place: commune.insee })).toEqual(["au lieu", "au village"]);
  expect(await titles({ place: "nulle-part" })).toEqual([]);
});

test("pages hold twenty ads, newest first, none twice; a page too far is the last", async () => {
  const [reader, author] = [await aMember(), await aMember()];
  const word = aWord();
  for (let count = 0; count < adsOfPage + 5; count += 1) {
    const createdAt = new Date(mondayMorning.getTime() - Math.floor(count / 3) * 60_000);
    await anAd(author.personId, { text: word, title: `${count}`, createdAt });
  }
  const first = await listAds(reader, searchOf(word), mondayMorning);
  const second = await listAds(reader, searchOf(word, { page: 2 }), mondayMorning);
  expect([first.count, first.pages, first.ads.length, second.ads.length]).toEqual([25, 2, 20, 5]);
  expect(new Set([...first.ads, ...second.ads].map(({ id }) => id)).size).toBe(25);
  const far = await listAds(reader, searchOf(word, { page: 9 }), mondayMorning);
  expect(far.ads.map(({ id }) => id)).toEqual(second.ads.map(({ id }) => id));
});

test("an ad names its author and its place, and nothing else of the author", async () => {
  const [reader, author, space] = [await aMember(), await aMember(), await aSpace()];
  const ad = await anAd(author.personId, { placeSpaceId: space.id });
  const view = await getAd(reader, ad.id, mondayMorning);
  expect(view.author).toEqual({ id: author.personId, name: author.name, isGone: false });
  expect(view.place).toEqual({ kind: "space", name: space.name, slug: space.slug });
  expect(JSON.stringify(view)).not.toContain(author.email);
});

test("the newest requests are counted without the offers", async () => {
  const [reader, author] = [await aMember(), await aMember()];
  const at = new Date("2031-01-06T09:00:00Z");
  for (const kind of ["ask", "ask", "ask", "offer"] as const) {
    await anAd(author.personId, { kind, until: day("2031-01-10") });
  }
  const { ads, count } = await listNewestAds(reader, "ask", 2, at);
  expect([ads.length, count]).toEqual([2, 3]);
  expect(await countOpenAds(at)).toBe(4);
  expect(await hasOpenAd(author.personId, at)).toBe(true);
  expect(await hasOpenAd(author.personId, new Date("2031-01-12T09:00:00Z"))).toBe(false);
});

test("an author knows how many people answered each ad, those they no longer see apart", async () => {
  const [author, one, other] = [await aMember(), await aMember(), await aMember()];
  const [answered, quiet] = [await anAd(author.personId), await anAd(author.personId)];
  for (const { personId } of [one, other]) {
    const two = { starterId: personId, otherId: author.personId };
    await db.conversation.create({ data: { ...two, adId: answered.id, lastAt: mondayMorning } });
  }
  await block(author.personId, other.personId);
  const own = await listOwnAds(author, mondayMorning);
  const answersOf = (id: string) => own.find((ad) => ad.id === id)?.answers;
  expect([answersOf(answered.id), answersOf(quiet.id)]).toEqual([1, 0]);
});

test("a place is a space by its slug or a commune by its code, or none", async () => {
  const space = await aSpace();
  await db.$transaction(async (tx) => {
    expect(await findPlace(tx, space.slug)).toEqual({ placeSpaceId: space.id, communeId: null });
    expect(await findPlace(tx, space.communeId)).toEqual({
      placeSpaceId: null,
      communeId: space.communeId,
    });
    expect(await findPlace(tx, "x")).toBeNull();
  });
});

test("a search among many ads goes through the index of three-letter parts", async () => {
  const plan = await db.$transaction(async (tx) => {
    await tx.$executeRaw(Prisma.sql`SET LOCAL enable_seqscan = off`);
    return tx.$queryRaw<Record<string, string>[]>(
      Prisma.sql`EXPLAIN SELECT id FROM ads WHERE search_text LIKE ${"%declarations%"}`,
    );
  });
  expect(JSON.stringify(plan)).toContain("ads_search_text");
});
