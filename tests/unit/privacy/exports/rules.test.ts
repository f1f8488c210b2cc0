import { strFromU8, unzipSync } from "fflate";
import Papa from "papaparse";
import { expect, test } from "vitest";
import { archiveOf, readingOf, tablesTakenAway, takenAway } from "@/lib/privacy/exports/rules";

const ads = {
  table: "ads",
  purpose: "mutual_help",
  columns: ["title", "text", "skills"],
  rows: [
    { title: "=1+1", text: "deux lignes\net ; un point-virgule", skills: ["été", 'un "mot"'] },
    { title: "simple", text: null, skills: [] },
  ],
} as const;
const at = new Date("2026-06-15T06:00:00Z");
const unpacked = unzipSync(
  archiveOf(
    [
      {
        ...ads,
        columns: [...ads.columns],
        rows: ads.rows.map((row) => ({ ...row, skills: [...row.skills] })),
      },
      { table: "swaps", purpose: "booking", columns: ["state"], rows: [] },
    ],
    { name: "LISEZ-MOI.txt", text: "à lire" },
    at,
  ),
);
const textOf = (name: string) => strFromU8(unpacked[name] ?? new Uint8Array());

test("the archive holds a word to the reader, everything as JSON, and a CSV for each table with lines", () => {
  expect(Object.keys(unpacked).sort()).toEqual(["LISEZ-MOI.txt", "ads.csv", "data.json"]);
  expect(textOf("LISEZ-MOI.txt")).toBe("à lire");
  const json = JSON.parse(textOf("data.json"));
  expect(json.ads).toEqual(ads.rows);
  expect(json.swaps).toEqual([]);
  expect(json.madeAt).toBe("2026-06-15T06:00:00.000Z");
});

test("a CSV read by another parser gives the same lines, and no formula", () => {
  const { data, errors } = Papa.parse<string[]>(textOf("ads.csv"), { delimiter: ";" });
  expect(errors.filter(({ code }) => code !== "TooFewFields")).toEqual([]);
  expect(data.slice(0, 3)).toEqual([
    ["title", "text", "skills"],
    ["'=1+1", "deux lignes\net ; un point-virgule", '["été","un ""mot"""]'.replaceAll('""', '\\"')],
    ["simple", "", "[]"],
  ]);
});

test("what is a secret or a hash is never read for anybody", () => {
  const read = tablesTakenAway().flatMap((table) =>
    takenAway(table).map((name) => `${table}.${name}`),
  );
  expect(read.filter((name) => /hash|secret|token/.test(name.split(".")[1] ?? ""))).toEqual([]);
  expect(read).toContain("bookings.note");
});

test("another person's number becomes « someone », a place its name", () => {
  expect(readingOf("conversations")).toContain(
    "WHEN t.\"other_id\" = $1::uuid THEN 'me' ELSE 'someone'",
  );
  expect(readingOf("bookings")).toContain('FROM spaces s WHERE s.id = t."space_id"');
  expect(readingOf("bookings")).not.toContain('AS "person_id"');
});
