import { expect, test } from "vitest";
import { findSource, listSources } from "@/lib/surveys/sources/queries";
import { spaceCode, townHallCode } from "@/lib/surveys/sources/rules";
import { aCommune, aSpace } from "@/tests/support/factories";

const partners = [{ code: "gazette", name: "La Gazette", origin: "https://gazette.example" }];

test("the sources of a campaign are ours, its partners, the town halls and the spaces", async () => {
  const member = await aCommune({ isMember: true });
  const other = await aCommune({ isMember: false });
  const space = await aSpace();
  const sources = await listSources(partners);
  const kindOf = (code: string) => sources.find((each) => each.code === code)?.kind;
  expect(kindOf("papier")).toBe("own");
  expect(kindOf("gazette")).toBe("partner");
  expect(kindOf(townHallCode(member.name))).toBe("town_hall");
  expect(kindOf(townHallCode(other.name))).toBeUndefined();
  expect(kindOf(spaceCode(space.slug))).toBe("space");
});

test("a town hall that is a partner stands once, as the partner its site is", async () => {
  const { name } = await aCommune({ isMember: true });
  const code = townHallCode(name);
  const partner = { code, name: `Mairie de ${name}`, origin: "https://mairie.example" };
  const found = (await listSources([partner])).filter((each) => each.code === code);
  expect(found).toEqual([{ code, kind: "partner", name: partner.name }]);
});

test("a code that is none is no source", async () => {
  expect(await findSource("papier", partners)).toMatchObject({ kind: "own" });
  expect(await findSource("https://ailleurs.example", partners)).toBeNull();
  expect(await findSource(undefined, partners)).toBeNull();
});
