import { describe, expect, test } from "vitest";
import { cellText } from "@/components/diagnosis/sheets/sheet-words";
import { csvOfSheets } from "@/lib/surveys/diagnosis/exports/rules";
import type { MetricId } from "@/lib/surveys/diagnosis/exports/schema";
import { aDiagnosis, sheetsOf } from "@/tests/support/diagnosis";
import { many, respondentsOfEachBase } from "@/tests/support/survey-bases";

const sheets = {
  fr: sheetsOf(aDiagnosis(respondentsOfEachBase), "fr"),
  en: sheetsOf(aDiagnosis(respondentsOfEachBase), "en"),
};
const printed = (id: MetricId, locale: "fr" | "en" = "fr") =>
  sheets[locale].find((sheet) => sheet.id === id)?.base.replaceAll("\u00a0", " ");

describe("the printed base", () => {
  test.each<[MetricId, number, string]>([
    ["repondants", 248, "toutes les réponses comptées"],
    ["couverture", 198, "ceux des lignes du tableau"],
    ["profils", 248, "ceux qui disent leur situation"],
    [
      "demande_commune",
      175,
      "intéressés qui disent leur fréquence, qu’ils citent une commune ou non",
    ],
    ["matrice_flux", 222, "ceux à qui l’on a demandé où ils iraient"],
    ["jours_personnes", 175, "intéressés qui disent leur fréquence"],
    ["pic", 11, "intéressés qui disent leur fréquence et cochent un créneau"],
    [
      "postes",
      175,
      "intéressés qui disent leur fréquence, ceux qui ne veulent que des salles compris",
    ],
    ["recette", 12, "intéressés qui disent leur fréquence et leur budget"],
    [
      "km_evites",
      26,
      "télétravailleurs salariés qui font le trajet, communes et fréquence connues",
    ],
    [
      "co2",
      19,
      "ceux des kilomètres évitables dont le mode de trajet a un facteur d’émission, à cinq au moins",
    ],
    ["installations", 18, "ceux qui disent leur lien avec la vallée"],
  ])("of %s is %i respondents: those it sums", (id, count, who) => {
    expect(printed(id)).toBe(`Base : ${count} répondants (${who}).`);
    expect(printed(id, "en")).toMatch(new RegExp(`^Base: ${count} respondents \\(`));
  });

  test.each<[MetricId, number, string, number]>([
    ["equipements", 23, "ceux qui ont noté au moins un équipement", 222],
    ["services", 16, "ceux qui ont répondu à la question", 248],
    ["freins", 20, "ceux qui disent « peut-être » ou « non » et ont répondu à la question", 56],
    ["contributeurs", 17, "ceux qui ont répondu à la question", 248],
  ])("of %s is %i who answered, beside all who were asked", (id, count, who, asked) => {
    const [french, english] = [printed(id), printed(id, "en")];
    expect(french).toBe(
      `Base : ${count} répondants (${who}). La question a été posée à ${asked} répondants.`,
    );
    expect(english).toContain(`The question was put to ${asked} respondents.`);
  });

  test("of prix is that of each of its three questions", () => {
    expect(printed("prix")).toBe(
      [
        "Base : 13 répondants (ceux qui ont donné un prix raisonnable).",
        "Base : 14 répondants (ceux qui ont dit à partir de quel prix ils renonceraient).",
        "Base : 248 répondants (tous, qu’un budget leur ait été demandé ou non).",
      ].join(" "),
    );
    const words = { header: (key: string) => key, unit: (unit: string) => unit };
    const csv = csvOfSheets(sheets.fr, { ...words, decimal: "," }).split("\r\n");
    const budgets = csv.filter((line) => line.includes(";Budget mensuel;"));
    expect(budgets.length).toBeGreaterThan(0);
    for (const line of budgets) {
      expect(line).toContain("248 répondants (tous, qu’un budget leur ait été demandé ou non)");
      expect(line).not.toContain("13 répondants");
    }
  });

  test("is said not to be given where a few are left out, never to be fewer than five", () => {
    const desk = {
      ...{ profil: "independant", commune_residence: "46182", interet: "certain" },
      ...{ frequence: "1_2_sem", communes_souhaitees: ["46182"] },
    };
    const rooms = many(3, { ...desk, espaces: ["salle_reunion"] });
    const told = sheetsOf(aDiagnosis([...many(197, desk), ...rooms]), "fr");
    const desks = told.find(({ id }) => id === "postes");
    expect(desks?.base).toMatch(/^Base non donnée/);
    expect(desks?.base).not.toContain("moins de cinq répondants");
    expect(desks?.tables[0]?.rows).not.toEqual([]);
  });
});

describe("under thirty who answered", () => {
  const priced = { profil: "independant", prix_demi_bon: 8, prix_demi_cher: 12, budget_mois: "0" };
  const pricesOf = (count: number) =>
    sheetsOf(
      aDiagnosis([...many(60, { profil: "independant" }), ...many(count, priced)]),
      "fr",
    ).find(({ id }) => id === "prix");
  const percentages = (count: number) =>
    // Budgets are of all who answered.
    (pricesOf(count)?.tables.slice(0, -1) ?? []).flatMap(({ columns, rows }) =>
      rows.flatMap(({ cells }) =>
        cells
          .map((cell, index) => cellText(cell, columns[index]?.unit ?? "respondents", "fr"))
          .filter((text) => text.includes("%")),
      ),
    );

  test("no price is told in percentages; from thirty on they are", () => {
    expect(percentages(29)).toEqual([]);
    expect(pricesOf(29)?.tables.map(({ id }) => id)).toEqual(["budgets"]);
    expect(percentages(30).length).toBeGreaterThan(5);
  });

  test("both curves are read at one price: who would still come just below it, who finds it fair", () => {
    const named = (count: number, fair: number, dear: number) =>
      many(count, { profil: "independant", prix_demi_bon: fair, prix_demi_cher: dear });
    const responses = [...named(10, 4, 8), ...named(10, 7, 12), ...named(20, 12, 22)];
    const prices = sheetsOf(aDiagnosis(responses), "fr").find(({ id }) => id === "prix");
    const rows = prices?.tables[0]?.rows.map(({ key, cells }) => [key, ...cells]);
    expect(rows).toEqual([
      ["5", 1, 0.75],
      ["10", 0.75, 0.5],
      ["15", 0.5, 0],
      ["20", 0.5, 0],
    ]);
  });

  test("a curve of which no point may be told is neither drawn nor a table, and says so", () => {
    // The three who were not asked are put with the others: the table of the prices would give them away.
    const asked = { profil: "independant", interet: "certain" };
    const told = sheetsOf(
      aDiagnosis([
        ...many(40, { ...asked, prix_demi_bon: 21, prix_demi_cher: 22 }),
        ...[...many(2, asked), ...many(3, { profil: "independant", interet: "non" })],
      ]),
      "fr",
    );
    const prices = told.find(({ id }) => id === "prix");
    expect(prices?.tables.map(({ id }) => id)).toEqual(["budgets"]);
    expect(prices?.findings.join(" ")).toContain("Une courbe n’est pas donnée");
  });

  test("a median is told from eleven on: of fewer it is somebody's price", () => {
    expect(pricesOf(11)?.findings[0]).toContain("8 €".replace(" ", "\u00a0"));
    expect(pricesOf(10)?.findings).toEqual([]);
  });
});

test("budgets are told from the least to the most, those who said none at the end", () => {
  const budget = (count: number, value: string) => many(count, { budget_mois: value });
  const responses = [
    ...many(30, { profil: "independant" }),
    ...budget(20, "50_99"),
    ...budget(12, "0"),
    ...budget(40, "100_149"),
  ];
  const prices = sheetsOf(aDiagnosis(responses), "fr").find(({ id }) => id === "prix");
  const rows = prices?.tables.find(({ id }) => id === "budgets")?.rows;
  expect(rows?.map(({ key }) => key)).toEqual(["0", "50_99", "100_149", ""]);
});

test("a base says that some are left aside where other figures would point at them", () => {
  const wish = {
    ...{ profil: "independant", commune_residence: "46182", interet: "certain" },
    ...{ frequence: "1_2_sem", communes_souhaitees: ["46182"] },
  };
  const rooms = (count: number) => many(count, { ...wish, espaces: ["salle_reunion"] });
  const baseOf = (count: number) =>
    sheetsOf(aDiagnosis([...many(40, wish), ...rooms(count)]), "fr").find(
      ({ id }) => id === "jours_personnes",
    )?.base;
  expect(baseOf(3)).toContain("laissées de côté");
  expect(baseOf(8)).not.toContain("laissées de côté");
});

test("a base says, in words, which intents were put together and that an answer is left aside", () => {
  const wish = { interet: "probable", frequence: "1_2_sem", communes_souhaitees: ["46182"] };
  const list = (certain: number) => [
    ...many(40, { ...wish, interet: "probable" }),
    ...many(certain, { ...wish, interet: "certain" }),
  ];
  const baseOf = (responses: ReturnType<typeof many>, locale: "fr" | "en" = "fr") =>
    (
      sheetsOf(aDiagnosis(responses), locale).find(({ id }) => id === "postes")?.base ?? ""
    ).replaceAll("\u00a0", " ");
  expect(baseOf(list(3))).toContain(
    "Les intentions « Oui, certainement » et « Oui, probablement » sont réunies",
  );
  expect(baseOf(list(3), "en")).toMatch(/The intents “.*” and “.*” are put together/);
  expect(baseOf(list(8))).not.toContain("réunies");
  const firm = many(1, { ...wish, interet: "certain", personnes_interessees: 50 });
  expect(baseOf([...list(8), ...firm])).toContain("presque toute la somme");
  expect(baseOf([...list(8), ...firm])).not.toMatch(/réunies|\b[1-4] réponse/);
});
