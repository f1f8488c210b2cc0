import { expect, test } from "vitest";
import { day } from "@/lib/core/day";
import { type Around, mediationPlace, openPlace, osmNode } from "@/lib/spaces/open-data/rules";
import type { ToldSpace } from "@/lib/spaces/open-data/schema";
import { mediationFaults } from "@/tests/support/mediation-schema";
import { aCalendar, everyDay, plainRule } from "@/tests/support/plain-values";

const around: Around = {
  today: day("2026-11-30"),
  publisher: "Communauté de communes",
  contact: "contact@exemple.test",
  pageOf: (slug) => `https://exemple.test/lieux/${slug}`,
  changedOn: () => day("2026-11-02"),
};
const always = { inServiceFrom: day("2020-01-01"), inServiceUntil: null };
const aPlace = (own: Partial<ToldSpace> = {}): ToldSpace => ({
  slug: "faitout-luzech",
  name: "Le Faitout",
  commune: { insee: "46182", name: "Luzech" },
  street: "12 bis, rue du Barry",
  postalCode: "46140",
  latitude: 44.4761,
  longitude: 1.2867,
  texts: { summary: { fr: "Un lieu." }, description: { fr: "Un lieu au bord du Lot." } },
  equipment: ["fibre"],
  isDemonstration: false,
  calendar: aCalendar(),
  resources: [
    { kind: "desk", ...always },
    { kind: "office", ...always },
    { kind: "room", ...always },
    { kind: "desk", ...always, inServiceUntil: day("2026-11-30") },
    { kind: "desk", ...always, inServiceFrom: day("2026-12-01") },
  ],
  ...own,
});

test("a place is right by the national schema, and says nothing it does not know", () => {
  const place = mediationPlace(aPlace(), around);
  expect(mediationFaults(place)).toEqual([]);
  expect(place).toMatchObject({
    ...{ id: "faitout-luzech", typologie: "TIERS_LIEUX", date_maj: "2026-11-02" },
    ...{ horaires: "Mo-Su 08:30-12:30,13:30-18:30; PH off", modalites_acces: "Se présenter" },
  });
  expect(Object.keys(place)).not.toContain("pivot");
  expect(Object.keys(place)).not.toContain("frais_a_charge");
});

test("where nobody ever welcomes, one is not told to come in", () => {
  const rules = everyDay.map((weekday) =>
    plainRule({ weekday, startMinute: 480, endMinute: 1200, state: "self_service" }),
  );
  const place = mediationPlace(aPlace({ calendar: aCalendar({ rules }) }), around);
  expect(place.modalites_acces).toBeUndefined();
});

test("a summary is cut at a word within 280 characters, never inside a character", () => {
  const said = (fr: string) =>
    mediationPlace(aPlace({ texts: { summary: { fr }, description: { fr } } }), around)
      .presentation_resume;
  expect(said("mot ".repeat(100))).toBe(`${"mot ".repeat(69)}mot…`);
  expect(said("😀".repeat(200))).toBe(`${"😀".repeat(139)}…`);
  expect(said("é".repeat(280))).toBe("é".repeat(280));
});

test("desks and rooms are those in service that day", () => {
  expect(openPlace(aPlace(), around)).toMatchObject({ desks: 2, rooms: 1 });
  expect(osmNode(aPlace(), 0, around)).toMatchObject({ id: -1, tags: { capacity: "2" } });
});

test.each([
  ["12 bis, rue du Barry", "12 bis", "rue du Barry"],
  ["3 place du Canal", "3", "place du Canal"],
  ["Place du 8-Mai-1945", undefined, "Place du 8-Mai-1945"],
  ["12", undefined, "12"],
])("the street of %s is read as OpenStreetMap has it", (street, number, name) => {
  const { tags } = osmNode(aPlace({ street }), 3, around);
  expect([tags["addr:housenumber"], tags["addr:street"]]).toEqual([number, name]);
});
