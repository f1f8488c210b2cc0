import { describe, expect, test } from "vitest";
import { cellText } from "@/components/diagnosis/sheets/sheet-words";
import type { Locale } from "@/lib/core/locale";
import { metricIds } from "@/lib/surveys/diagnosis/exports/schema";
import type { Response } from "@/lib/surveys/diagnosis/schema";
import source from "@/prisma/data/survey-v1.json" with { type: "json" };
import { aDiagnosis, sheetsOf } from "@/tests/support/diagnosis";
import { aResponse } from "@/tests/support/questionnaires";

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
  const travel = { km: -51.2, grossKgCo2e: -9.1, netKgCo2e: -6.3, base: 12, withoutFactor: 0 };
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
