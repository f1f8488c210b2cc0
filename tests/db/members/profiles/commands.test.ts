import { expect, test } from "vitest";
import { db } from "@/lib/infra/db";
import { writeSearchTexts } from "@/lib/members/profiles/commands";
import { getOwnProfile } from "@/lib/members/profiles/queries";
import { aMember } from "@/tests/support/actors";
import { aCommune, aSpace } from "@/tests/support/factories";
import { fillProfile, openedTo } from "@/tests/support/profiles";

const textsOf = (personId: string) =>
  db.profile.findUniqueOrThrow({
    where: { personId },
    select: { membersText: true, publicText: true },
  });

test("a member writes the whole of their profile, changes it, and empties it", async () => {
  const member = await aMember();
  const [commune, space] = [await aCommune(), await aSpace()];
  const typed = {
    name: "Maëlle R.",
    activity: "Illustratrice",
    situation: "self_employed",
    commune: commune.name,
    skills: "dessin, affiches",
    teaches: "aquarelle",
    seeks: "une comptable",
    themes: ["image", "digital"],
    languages: "oc",
    links: "https://exemple.fr",
    usualSpace: space.id,
    rhythm: "mardi",
    sharesPresence: "yes",
    audience_name: "members",
  };
  expect(await fillProfile(member, typed)).toEqual({ ok: true, value: null });
  expect(await getOwnProfile(member)).toMatchObject({
    content: {
      name: "Maëlle R.",
      activity: "Illustratrice",
      situation: "self_employed",
      commune: { insee: commune.insee },
      skills: ["dessin", "affiches"],
      teaches: ["aquarelle"],
      seeks: ["une comptable"],
      themes: ["digital", "image"],
      languages: ["oc"],
      links: ["https://exemple.fr"],
      usualSpace: { slug: space.slug },
      rhythm: "mardi",
    },
    audiences: { name: "members" },
    sharesPresence: true,
  });
  await fillProfile(member, { name: "Maëlle" });
  expect(await getOwnProfile(member)).toMatchObject({
    content: { name: "Maëlle", activity: null, commune: null, skills: [], usualSpace: null },
    audiences: {},
    sharesPresence: false,
  });
});

test("what the search reads follows each change: opened, then closed again", async () => {
  const member = await aMember();
  await fillProfile(member, { skills: "soudure", ...openedTo("members") });
  expect(await textsOf(member.personId)).toMatchObject({
    membersText: expect.stringContaining("#soudure"),
    publicText: "",
  });
  await fillProfile(member, { skills: "soudure", ...openedTo("everyone"), audience_skills: "me" });
  const { membersText, publicText } = await textsOf(member.personId);
  expect(membersText).toBe("maelle rives");
  expect(publicText).toBe("maelle rives");
  await fillProfile(member, { skills: "soudure" });
  expect(await textsOf(member.personId)).toEqual({ membersText: "", publicText: "" });
});

test("written anew by itself, the text of the search is the same", async () => {
  const member = await aMember();
  await fillProfile(member, { activity: "Vigneron", ...openedTo("members") });
  const before = await textsOf(member.personId);
  await db.profile.update({ where: { personId: member.personId }, data: { membersText: "faux" } });
  await db.$transaction((tx) => writeSearchTexts(tx, member.personId));
  expect(await textsOf(member.personId)).toEqual(before);
});

test("a commune is found by its name however it is written", async () => {
  const member = await aMember();
  const name = `Saint-Élodie-d’Olt ${crypto.randomUUID().slice(0, 8)}`;
  const { insee } = await aCommune({ name });
  const typed = name.replace("Saint-Élodie-d’Olt", "st elodie d'olt");
  expect(await fillProfile(member, { commune: typed })).toMatchObject({ ok: true });
  expect((await getOwnProfile(member)).content.commune?.insee).toBe(insee);
});

test("a commune nobody knows is refused, and nothing else of the form is kept", async () => {
  const member = await aMember();
  const refused = await fillProfile(member, { name: "Autre nom", commune: "Xyzzyville-sur-Rien" });
  expect(refused).toMatchObject({ ok: false, refusal: "unknown_commune" });
  expect((await getOwnProfile(member)).content.name).toBe(member.name);
});

test("two communes of one name are refused with their names", async () => {
  const name = `Jumelle ${crypto.randomUUID()}`;
  await Promise.all([aCommune({ name }), aCommune({ name })]);
  expect(await fillProfile(await aMember(), { commune: name })).toEqual({
    ok: false,
    refusal: "ambiguous_commune",
    data: { suggestions: [name, name] },
  });
});

test("a name taken for the network's or a host's is refused; one's own is not asked about again", async () => {
  const [host, member] = [await aMember(), await aMember()];
  await db.person.update({ where: { id: host.personId }, data: { name: "Sylvie Marty-Lagarde" } });
  await fillProfile(member, { name: "Sylvie Marty Lagarde" });
  await db.roleGrant.create({ data: { personId: host.personId, role: "staff" } });
  expect((await fillProfile(member, { name: "Sylvie Marty Lagarde" })).ok).toBe(true);
  const other = await aMember();
  expect(await fillProfile(other, { name: "Sy1vie Marty-Lagarde" })).toMatchObject({
    refusal: "name_of_role_holder",
  });
  expect(await fillProfile(other, { name: "Équipe Cowloting" })).toMatchObject({
    refusal: "official_name",
  });
  expect((await getOwnProfile(other)).content.name).toBe(other.name);
  expect((await fillProfile(host, { name: "Sylvie, équipe du réseau" })).ok).toBe(true);
});

test("a space that does not exist is refused", async () => {
  expect(await fillProfile(await aMember(), { usualSpace: crypto.randomUUID() })).toMatchObject({
    ok: false,
    refusal: "unknown_space",
  });
});

test("writing one's profile leaves everybody else's as it was", async () => {
  const [member, other] = [await aMember(), await aMember()];
  await fillProfile(other, { activity: "Juriste" });
  await fillProfile(member, { name: "Nouveau nom", activity: "Vigneron" });
  expect((await getOwnProfile(other)).content).toMatchObject({
    name: other.name,
    activity: "Juriste",
  });
});

test("the first profile sent six times at once is written once", async () => {
  const member = await aMember();
  const results = await Promise.all(
    Array.from({ length: 6 }, () => fillProfile(member, openedTo("members"))),
  );
  expect(results.every((result) => result.ok)).toBe(true);
  expect(await db.profile.count({ where: { personId: member.personId } })).toBe(1);
});

test("looked for first, then written, the first profile at once fails: the upsert is what holds", async () => {
  const { personId } = await aMember();
  const naive = async () => {
    if (await db.profile.findUnique({ where: { personId } })) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
    await db.profile.create({ data: { personId } });
  };
  const results = await Promise.allSettled([naive(), naive(), naive()]);
  expect(results.filter(({ status }) => status === "rejected")).toHaveLength(2);
});
