import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { packRows, packTable } from "@/components/reports/files/pack-table";
import { measureKeyOf } from "@/lib/reports/figures/schema";
import { packAnswers } from "@/lib/reports/packs/rules";
import { packFile } from "@/lib/reports/packs/schema";
import { aReportOfChance, documentContext } from "@/tests/support/report-files";

const folder = path.resolve("lib/reports/packs/files");
const files = readdirSync(folder).map((name): [string, unknown] => [
  name,
  JSON.parse(readFileSync(path.join(folder, name), "utf8")),
]);
const reports = Array.from({ length: 40 }, (_, seed) => aReportOfChance(seed + 1));
const everyFigure = reports.flatMap(({ figures }) => figures);

test("there is a pack at least for LEADER, for the ANCT and for the national census", () => {
  expect(files.length).toBeGreaterThanOrEqual(3);
});

describe.each(files)("%s", (name, content) => {
  const pack = packFile.parse(content);

  test("is a pack, named as its file, in both languages", () => {
    expect(`${pack.id}.json`).toBe(name);
    const untranslated = pack.lines.filter(({ wording }) => wording.fr === wording.en);
    expect(untranslated).toEqual([]);
  });

  test("maps each of its lines to a figure there is, in the unit it says", () => {
    for (const { id, from, unit } of pack.lines) {
      if (from.kind !== "figure") continue;
      const own = everyFigure.filter((figure) => measureKeyOf(figure) === from.key);
      expect([id, own.length > 0]).toEqual([id, true]);
      if (unit) expect([id, [...new Set(own.map((figure) => figure.unit))]]).toEqual([id, [unit]]);
    }
  });

  test("answers every line, with a figure, or saying that nothing collects it", () => {
    for (const report of reports.slice(0, 10)) {
      const answers = packAnswers(pack, report);
      const answered = new Set(answers.map(({ line }) => line.id));
      expect(pack.lines.filter(({ id }) => !answered.has(id))).toEqual([]);
      const context = documentContext("fr");
      for (const row of packRows(pack, report, context)) {
        expect(row.value).not.toBe("");
        if (!row.isTold) expect(row.note).not.toBe("");
      }
      expect(packTable(pack, report, context).rows).toHaveLength(answers.length);
    }
  });
});

const peopleLine = {
  id: "people",
  wording: { fr: "Personnes", en: "People" },
  unit: "person",
  from: { kind: "figure", key: "uniqueUsers.persons", by: "places" },
};
const added = {
  id: "region",
  name: { fr: "Région", en: "Region" },
  about: { fr: "Essai", en: "Trial" },
  source: { title: "t", publisher: "p", consultedOn: "2026-11-30", licence: { fr: "l", en: "l" } },
  lines: [peopleLine],
};

test("a pack nobody has written code for answers place by place", () => {
  const [report] = reports;
  if (!report) throw new Error("no report");
  const answers = packAnswers(packFile.parse(added), report);
  expect(answers).toHaveLength(report.places.length);
  expect(answers.every((answer) => answer.kind === "figure" && answer.figure.place)).toBe(true);
});

test("a line that maps to no figure of ours, or the same line twice, is not a pack", () => {
  const unknown = { ...peopleLine, from: { ...peopleLine.from, key: "uniqueUsers.heads" } };
  expect(packFile.safeParse({ ...added, lines: [unknown] }).success).toBe(false);
  expect(packFile.safeParse({ ...added, lines: [peopleLine, peopleLine] }).success).toBe(false);
  expect(packFile.safeParse(added).success).toBe(true);
});
