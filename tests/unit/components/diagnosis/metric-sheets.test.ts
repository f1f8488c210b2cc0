import { describe, expect, test } from "vitest";
import { cellText } from "@/components/diagnosis/sheets/sheet-words";
import type { Locale } from "@/lib/core/locale";
import { metricIds } from "@/lib/surveys/diagnosis/exports/schema";
import type { Response } from "@/lib/surveys/diagnosis/schema";
import { questionOf } from "@/lib/surveys/questionnaires/rules";
import source from "@/prisma/data/survey-v1.json" with { type: "json" };
import { aDiagnosis, sheetsOf } from "@/tests/support/diagnosis";
import { aResponse, surveyOfTheValley } from "@/tests/support/questionnaires";

const wish = (count: number, extra: Response["answers"]) =>
  Array.from({ length: count }, () =>
    aResponse({
      profil: "independant",
      commune_residence: "46182",
      interet: "certain",
      frequence: "1_2_sem",
      communes_souhaitees: ["46182"],
      ...extra,
    }),
  );

describe.each(["fr", "en"] as const)("the figures in words (%s)", (locale: Locale) => {
  test("are all those of the questionnaire file, each with a formula, a base and what it is not", () => {
    const sheets = sheetsOf(aDiagnosis(wish(40, { creneaux: ["mar:matin"] })), locale);
    const asked = source.diagnosis.metrics.map(({ id }) => id);
    expect([...metricIds]).toEqual(asked);
    expect(sheets.map(({ id }) => id).sort()).toEqual([...asked].sort());
    for (const { title, formula, base, caveat, none } of sheets) {
      expect([title, formula, base, caveat, none].filter((words) => words.trim() === "")).toEqual(
        [],
      );
    }
  });

  test("hide in words what may not be told, and never as a number", () => {
    const sheets = sheetsOf(
      aDiagnosis([...wish(40, {}), ...wish(3, { services: ["rencontres"] })]),
      locale,
    );
    const services = sheets.find(({ id }) => id === "services");
    expect(services?.tables[0]?.rows).toEqual([]);
  });
});

test("a value changed by staff is dated, the others say they came with the questionnaire", () => {
  const assumedOn = { targetOccupancy: "2026-07-14", intentWeight_certain: "2026-07-15" };
  const diagnosis = aDiagnosis(wish(40, {}), { assumedOn });
  const desks = sheetsOf(diagnosis, "fr").find(({ id }) => id === "postes");
  const dated = desks?.suppositions.map(({ label, dated: said }) => [label, said]);
  const usual = "valeur d’origine (questionnaire, version 1)";
  expect(dated).toContainEqual(["Occupation visée", "modifié le mardi 14 juillet 2026"]);
  expect(dated).toContainEqual(["Jours ouverts par mois", usual]);
  const weightOf = (name: string) => `Poids de l’intention «\u00a0${name}\u00a0»`;
  expect(dated).toContainEqual([
    weightOf("Oui, certainement"),
    "modifié le mercredi 15 juillet 2026",
  ]);
  expect(dated).toContainEqual([weightOf("Oui, probablement"), usual]);
});

test("the range of desks and its formula say the occupancies supposed, whatever they are", () => {
  const assumptions = { ...aDiagnosis([]).assumptions, fewestDesksOccupancy: 0.9 };
  const diagnosis = aDiagnosis(wish(40, {}), { assumptions });
  const desks = sheetsOf(diagnosis, "en").find(({ id }) => id === "postes");
  expect(desks?.findings.at(-1)).toContain("90%, 70% (aimed at), 50%");
  expect(desks?.formula).toContain("occupancy of 90%, 70% (aimed at), 50%");
});

describe("wished places further than the employer", () => {
  const co2 = { grossKgCo2e: -9.1, netKgCo2e: -6.3 };
  const travel = { km: -51.2, co2, withoutFactor: 0 };
  const sheets = sheetsOf(aDiagnosis(wish(40, {}), { travel }), "fr");
  const leadOf = (id: string) => sheets.find((sheet) => sheet.id === id)?.findings[0];

  test("are said to be so many kilometres and kilograms more, never fewer than nothing", () => {
    expect(leadOf("km_evites")).toMatch(/^51 km de plus par mois/u);
    expect(leadOf("co2")).toMatch(/^9 kg CO2e brut de plus par mois, 6 kg net/u);
  });

  test("stand in the tables with the sign of a minus", () => {
    const cell = sheets.find(({ id }) => id === "km_evites")?.tables[0]?.rows[0]?.cells[0] ?? 0;
    expect(cellText(cell, "kilometres", "fr")).toBe("\u221251");
  });
});

describe("the half-days asked for", () => {
  const ticking = (count: number, slots: string[], interet = "certain") =>
    wish(count, { interet, creneaux: slots });
  const said = (responses: Response[], locale: Locale = "fr") =>
    sheetsOf(aDiagnosis(responses), locale)
      .find(({ id }) => id === "pic")
      ?.findings.map((sentence) => sentence.replaceAll("\u00a0", " "));

  test("the busiest stands against the mean of the week", () => {
    const findings = said([...ticking(10, ["mar:matin"]), ...ticking(10, ["jeu:matin"])]);
    expect(findings?.slice(0, 2)).toEqual([
      "Le plus demandé : jeudi, matin (8 h – 13 h).",
      "C’est 5 fois la moyenne des dix demi-journées du lundi au vendredi.",
    ]);
  });

  test("a day of the week has its capital in English", () => {
    const findings = said(ticking(12, ["mar:matin"]), "en");
    expect(findings?.[0]).toBe("Most wanted: Tuesday, morning (8 am – 1 pm).");
  });

  test("a Saturday may be the busiest: the ratio names the half-day it is of", () => {
    const findings = said([
      ...ticking(30, ["sam:matin"]),
      ...ticking(20, ["mar:matin"]),
      ...ticking(10, ["jeu:matin"]),
    ]);
    expect(findings?.slice(0, 2)).toEqual([
      "Le plus demandé : samedi, matin (8 h – 13 h).",
      "Du lundi au vendredi, la pointe est mardi, matin (8 h – 13 h) : 6,7 fois la moyenne des dix demi-journées.",
    ]);
  });

  test("what few ticked most of all is said not to be told, never that nobody ticked", () => {
    const findings = said([
      ...ticking(4, ["mar:matin"]),
      ...ticking(10, ["jeu:matin"], "possible"),
    ]);
    expect(findings?.[0]).toMatch(/^La pointe n’est pas donnée/);
    expect(findings?.join(" ")).not.toMatch(/Personne|fois la moyenne/);
  });

  test("nobody ticking one is said so, with the default desks are computed with", () => {
    expect(said(wish(12, {}))?.slice(0, 2)).toEqual([
      "Personne n’a coché de créneau.",
      "Les postes sont calculés avec la pointe par défaut : 1,4.",
    ]);
    expect(said(ticking(12, ["dim:matin"]))?.slice(0, 2)).toEqual([
      "Le plus demandé : dimanche, matin (8 h – 13 h).",
      "Personne n’a coché de demi-journée du lundi au vendredi.",
    ]);
  });
});

describe("where answers come from", () => {
  const from = (code: string) =>
    Array.from({ length: 6 }, () => aResponse({ profil: "independant" }, { source: code }));
  const knownSources = [
    { code: "puy-l-eveque", kind: "town_hall", name: "Puy-l’Évêque" },
    { code: "lieu-la-cale", kind: "space", name: "La Cale" },
    { code: "gazette", kind: "partner", name: "La Gazette du Lot" },
  ] as const;
  const responses = ["site", "puy-l-eveque", "lieu-la-cale", "gazette", "partie"].flatMap(from);
  const names = (locale: Locale) =>
    sheetsOf(aDiagnosis(responses, { knownSources: [...knownSources] }), locale)
      .find(({ id }) => id === "repondants")
      ?.tables.find(({ id }) => id === "sources")
      ?.rows.map(({ label }) => label)
      .sort((a, b) => a.localeCompare(b));

  test("is said in words: our own, town halls, spaces, partners and those taken off since", () => {
    expect(names("fr")).toEqual([
      ...["Ce site", "La Cale", "La Gazette du Lot"],
      ...["Partenaire retiré (partie)", "Puy-l’Évêque (mairie)"],
    ]);
    expect(names("en")).toContain("Puy-l’Évêque (town hall)");
  });
});

test("every audience the questionnaire names has its words in English", () => {
  const profiles = questionOf(surveyOfTheValley(), "profil");
  const options = profiles && "options" in profiles ? profiles.options : [];
  const responses = options.flatMap(({ value }) =>
    Array.from({ length: 6 }, () => aResponse({ profil: value })),
  );
  const audiences = sheetsOf(aDiagnosis(responses), "en")
    .find(({ id }) => id === "profils")
    ?.tables.find(({ id }) => id === "publics")
    ?.rows.map(({ label }) => label);
  expect(audiences?.toSorted((a, b) => a.localeCompare(b))).toEqual([
    ...["Associations", "Citizens", "Entrepreneurs", "Self-employed"],
    ...["Small and medium businesses", "Student entrepreneurs", "Teleworkers"],
  ]);
});

test("services are told by the share of the priority profiles too, from thirty of them on", () => {
  const serving = (count: number, profil: string, services: string[]) =>
    Array.from({ length: count }, () => aResponse({ profil, services }));
  const told = (priority: number) =>
    sheetsOf(
      aDiagnosis([
        ...serving(priority - 12, "independant", ["culture"]),
        ...serving(12, "independant", ["formation"]),
        ...serving(20, "retraite_habitant", ["culture"]),
      ]),
      "fr",
    ).find(({ id }) => id === "services")?.tables[0];
  expect(told(48)?.columns.map(({ key }) => key)).toEqual([
    ...["answers", "share", "priority", "priorityShare"],
  ]);
  expect(told(48)?.rows[0]?.cells).toEqual([56, 56 / 68, 36, 36 / 48]);
  expect(told(29)?.columns.map(({ key }) => key)).toEqual(["answers", "share", "priority"]);
});

test("a share that mixed lines keep back is not said to be for want of thirty", () => {
  const mixed = [
    ...Array.from({ length: 40 }, () => aResponse({ profil: "independant" })),
    ...Array.from({ length: 3 }, () => aResponse({ profil: "porteur_projet" })),
    ...Array.from({ length: 3 }, () => aResponse({ profil: "agent_elu" })),
  ];
  const profiles = sheetsOf(aDiagnosis(mixed), "fr").find(({ id }) => id === "profils");
  expect(profiles?.findings[0]).toMatch(/^La part des profils prioritaires n’est pas donnée/);
});

test("what people could share is listed alone once it was read; without any there is no list", () => {
  const tablesOf = (skills: string[]) =>
    sheetsOf(aDiagnosis(wish(40, {}), { skills }), "fr")
      .find(({ id }) => id === "contributeurs")
      ?.tables.map(({ id, rows }) => [id, rows.map(({ label }) => label)]);
  expect(tablesOf(["Vannerie"])?.at(-1)).toEqual(["savoirs", ["Vannerie"]]);
  expect(tablesOf([])?.map(([id]) => id)).toEqual(["contributeurs"]);
});

test("the strongest demand is that of the most person-days, not of the most people", () => {
  const diagnosis = aDiagnosis([
    ...wish(40, { frequence: "rare" }),
    ...wish(20, { frequence: "quotidien", communes_souhaitees: ["46225"] }),
  ]);
  const sheets = sheetsOf(diagnosis, "fr");
  const sheetOf = (id: string) => sheets.find((sheet) => sheet.id === id);
  expect(sheetOf("demande_commune")?.findings[0]).toContain("Prayssac, 240 jours-personnes");
  const firstPlaces = ["demande_commune", "postes"].map(
    (id) => sheetOf(id)?.tables[0]?.rows[0]?.label,
  );
  expect(firstPlaces).toEqual(["Prayssac", "Prayssac"]);
});
