import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { type Actor, anonymous } from "@/lib/core/actor";
import { day } from "@/lib/core/day";
import { db, Prisma } from "@/lib/infra/db";
import {
  countListed,
  directoryStatement,
  listNewcomers,
  searchDirectory,
} from "@/lib/members/directory/queries";
import { directorySearch } from "@/lib/members/directory/schema";
import { aMember } from "@/tests/support/actors";
import { aCommune, aSpace } from "@/tests/support/factories";
import { fillProfile, openedTo } from "@/tests/support/profiles";

/** A word no other test has. */
const aWord = () =>
  `w${randomUUID().replace(/[^a-f]/g, "")}${randomUUID().replace(/[^a-f]/g, "")}o`;

async function somebody(typed: Record<string, string | string[]>) {
  const member = await aMember();
  const result = await fillProfile(member, { ...openedTo("members"), ...typed });
  if (!result.ok) throw new Error(result.refusal);
  return member.personId;
}

async function found(actor: Actor, search: Record<string, unknown>, here?: string[]) {
  const { people } = await searchDirectory(actor, directorySearch.parse(search), here);
  return people.map(({ id }) => id);
}

test("every word is looked for in what somebody opened, without accents, case or apostrophes", async () => {
  const [viewer, word] = [await aMember(), aWord()];
  const id = await somebody({ activity: `Comptable de l’Été ${word}` });
  for (const q of [word, `COMPTABLES ete ${word}`, `l'été ${word}`]) {
    expect(await found(viewer, { q }), q).toEqual([id]);
  }
  expect(await found(viewer, { q: `${word} plombier` })).toEqual([]);
});

test("what is not open is not found: by its words, its theme, its situation, its commune, its space", async () => {
  const [viewer, word, space] = [await aMember(), aWord(), await aSpace()];
  const [commune, secret, skill] = [await aCommune(), aWord(), aWord()];
  const said = {
    name: `Zoé ${word}`,
    activity: secret,
    skills: skill,
    situation: "resident",
    commune: commune.name,
    themes: "image",
    usualSpace: space.id,
  };
  const searches = [
    { q: secret },
    { competence: skill },
    { q: word, situation: "resident" },
    { q: word, commune: commune.insee },
    { q: word, domaine: "image" },
    { q: word, lieu: space.slug },
  ];
  const closed = await somebody({ ...said, ...openedTo("hosts"), audience_name: "members" });
  expect(await found(viewer, { q: word })).toEqual([closed]);
  for (const search of searches) {
    expect(await found(viewer, search), JSON.stringify(search)).toEqual([]);
  }
  const open = await somebody(said);
  for (const search of searches) {
    expect(await found(viewer, search), JSON.stringify(search)).toEqual([open]);
  }
});

test("whoever did not open their name is not listed, whatever else they opened", async () => {
  const [viewer, word] = [await aMember(), aWord()];
  await somebody({ activity: word, audience_name: "hosts" });
  expect(await found(viewer, { q: word })).toEqual([]);
});

test("a visitor finds those open to everyone, by what is open to everyone", async () => {
  const word = aWord();
  const id = await somebody({ name: `Léa ${word}`, skills: word, audience_name: "everyone" });
  await somebody({ name: `Paul ${word}` });
  const { people, total } = await searchDirectory(anonymous, directorySearch.parse({ q: word }));
  expect(people).toMatchObject([{ id, content: { skills: [] } }]);
  expect(total).toBe(1);
  expect(await found(anonymous, { competence: word })).toEqual([]);
});

test("two people of whom one blocked the other do not find each other", async () => {
  const [viewer, word] = [await aMember(), aWord()];
  const [one, other] = [await somebody({ activity: word }), await somebody({ activity: word })];
  await db.block.createMany({
    data: [
      { blockerId: viewer.personId, blockedId: one },
      { blockerId: other, blockedId: viewer.personId },
    ],
  });
  expect(await found(viewer, { q: word })).toEqual([]);
  expect((await found(await aMember(), { q: word })).sort()).toEqual([one, other].sort());
});

test("a mistyped word finds what comes close, and says so", async () => {
  const viewer = await aMember();
  const rare = "ferronneriedart";
  const id = await somebody({ activity: `${rare} ${aWord()}` });
  const search = directorySearch.parse({ q: "feronneriedart" });
  const result = await searchDirectory(viewer, search);
  expect(result.people.map((person) => person.id)).toContain(id);
  expect(result.isAlike).toBe(true);
  expect(await found(viewer, { q: aWord() })).toEqual([]);
});

test("the nearest come first: from the commune asked for, else from one's own; an unsaid one comes last", async () => {
  const word = aWord();
  const at = (latitude: number) => aCommune({ latitude, longitude: 1.2 });
  const [north, middle, south] = [await at(45), await at(44.5), await at(44)];
  const ids = {
    hidden: await somebody({ name: `A ${word}`, commune: north.name, audience_commune: "me" }),
    north: await somebody({ name: `B ${word}`, commune: north.name }),
    middle: await somebody({ name: `C ${word}`, commune: middle.name }),
    south: await somebody({ name: `D ${word}`, commune: south.name }),
  };
  const viewer = await aMember();
  const around = (autour: string) => found(viewer, { q: word, autour });
  expect(await around(north.insee)).toEqual([ids.north, ids.middle, ids.south, ids.hidden]);
  expect(await around(south.insee)).toEqual([ids.south, ids.middle, ids.north, ids.hidden]);
  expect(await found(viewer, { q: word })).toEqual([ids.hidden, ids.north, ids.middle, ids.south]);
  await fillProfile(viewer, { commune: south.name });
  expect(await found(viewer, { q: word })).toEqual([ids.south, ids.middle, ids.north, ids.hidden]);
});

test("a usual place that is open counts as near, a closed one does not", async () => {
  const word = aWord();
  const [far, near] = [await aCommune({ latitude: 46 }), await aCommune({ latitude: 44 })];
  const space = await aSpace({ latitude: 44, longitude: 1.28 });
  const usualSpace = space.id;
  const open = await somebody({ name: `Z ${word}`, commune: far.name, usualSpace });
  const closed = await somebody({
    ...{ name: `A ${word}`, commune: far.name, usualSpace },
    audience_usualSpace: "me",
  });
  expect(await found(await aMember(), { q: word, autour: near.insee })).toEqual([open, closed]);
});

test("those who are there on a day, and nobody else", async () => {
  const [viewer, word] = [await aMember(), aWord()];
  const [there] = [await somebody({ activity: word }), await somebody({ activity: word })];
  expect(await found(viewer, { q: word }, [there])).toEqual([there]);
  expect(await found(viewer, { q: word }, [])).toEqual([]);
});

test("twenty a page, counted in all, each on one page only", async () => {
  const [viewer, word] = [await aMember(), aWord()];
  for (let index = 0; index < 23; index += 1) await somebody({ name: `M ${word}` });
  const page = (number: number) =>
    searchDirectory(viewer, directorySearch.parse({ q: word, page: String(number) }));
  const [first, second] = [await page(1), await page(2)];
  expect([first.people.length, first.total, second.people.length]).toEqual([20, 23, 3]);
  const ids = [...first.people, ...second.people].map(({ id }) => id);
  expect(new Set(ids).size).toBe(23);
  expect(await page(9)).toMatchObject({ page: 1, total: 23, people: first.people });
});

test.each([
  "%",
  "_",
  "a%' OR 1=1 --",
  "zz_zz%",
  "\\\\zz",
  "<script>zz</script>",
  "x".repeat(3_000),
])(
  "marks of a search for %j are letters like any other: nobody is found by them",
  async (typed) => {
    const viewer = await aMember();
    await somebody({ activity: aWord() });
    expect(await found(viewer, { q: `${typed} zz${aWord()}` })).toEqual([]);
    expect(await found(viewer, { competence: `${typed} zz` })).toEqual([]);
  },
);

test("an address nobody could have made is read as if it said nothing", () => {
  const read = directorySearch.parse({
    ...{ q: ["a", "b"], autour: "1'", domaine: "magie", situation: "roi", lieu: "../x" },
    ...{ le: "2026-02-30", page: "-3", competence: undefined },
  });
  expect(read).toEqual({
    ...{ q: "", autour: null, domaine: null, competence: "", situation: null },
    ...{ commune: null, lieu: null, le: null, page: 1 },
  });
});

test("the members one may find are counted, and the communes they say", async () => {
  const viewer = await aMember();
  const before = await countListed(viewer);
  const commune = await aCommune();
  const id = await somebody({ commune: commune.name });
  await somebody({ commune: (await aCommune()).name, audience_commune: "me" });
  expect(await countListed(viewer)).toEqual({
    members: before.members + 2,
    communes: before.communes + 1,
  });
  await db.block.create({ data: { blockerId: id, blockedId: viewer.personId } });
  expect((await countListed(viewer)).members).toBe(before.members + 1);
});

test("who joined since a day comes the last first; not oneself, nor who is blocked or unlisted", async () => {
  const viewer = await aMember();
  const joined = async (on: string, typed: Record<string, string> = {}) => {
    const id = await somebody(typed);
    await db.person.update({ where: { id }, data: { createdAt: new Date(on) } });
    return id;
  };
  await fillProfile(viewer, openedTo("members"));
  // A year no other test writes in.
  const [first, last] = [
    await joined("2091-06-01T10:00:00Z"),
    await joined("2091-06-02T10:00:00Z"),
  ];
  const blocked = await joined("2091-06-03T10:00:00Z");
  await joined("2091-06-03T10:00:00Z", { audience_name: "me" });
  await joined("2091-05-31T20:00:00Z");
  await db.block.create({ data: { blockerId: viewer.personId, blockedId: blocked } });
  await db.person.update({
    where: { id: viewer.personId },
    data: { createdAt: new Date("2091-06-04T10:00:00Z") },
  });
  const people = await listNewcomers(viewer, day("2091-06-01"));
  expect(people.map(({ id }) => id)).toEqual([last, first]);
});

test("a search goes through the trigram index, by words, by likeness and by skill", async () => {
  await db.$executeRaw`INSERT INTO persons (id, name)
    SELECT gen_random_uuid(), 'Foule ' || g FROM generate_series(1, 4000) g`;
  await db.$executeRaw`INSERT INTO profiles (person_id, members_text, audiences)
    SELECT p.id, 'foule ' || string_agg(md5(p.id::text || n), ' #'), '{"name": "members"}'
    FROM persons p, generate_series(1, 8) n WHERE p.name LIKE 'Foule %' GROUP BY p.id`;
  await db.$executeRawUnsafe("VACUUM ANALYZE profiles");
  const planOf = async (search: object, isAlike: boolean) => {
    const statement = directoryStatement({
      ...{ isPublic: false, search: directorySearch.parse(search), here: null, hidden: [] },
      ...{ near: null, isAlike },
    });
    const rows = await db.$queryRaw<{ "QUERY PLAN": string }[]>(Prisma.sql`EXPLAIN ${statement}`);
    return rows.map((row) => row["QUERY PLAN"]).join("\n");
  };
  expect(await planOf({ q: "ferronnerie" }, false)).toContain("profiles_members_text");
  expect(await planOf({ q: "ferronnerie" }, true)).toContain("profiles_members_text");
  expect(await planOf({ competence: "soudure" }, false)).toContain("profiles_members_text");
  // Without a word there is nothing for the index: the check can fail.
  expect(await planOf({}, false)).not.toContain("profiles_members_text");
});
