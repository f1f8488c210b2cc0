import { expect, test } from "vitest";
import { readPlaces } from "@/lib/spaces/place-imports/rules";
import type { ColumnNames } from "@/lib/spaces/place-imports/schema";

const near = () => "Luzech";
const nowhere = () => null;

function read(text: string, columns: ColumnNames = {}, communeAt: () => string | null = nowhere) {
  const result = readPlaces(text, columns, communeAt);
  if (!result.ok) throw new Error(result.refusal);
  return result.value.map((line) => ("place" in line ? line.place : line.problem));
}

const luzech = {
  ...{ name: "Le Faitout", communeName: "Luzech", address: "203 avenue d’Uxellodunum" },
  ...{ latitude: 44.478, longitude: 1.287 },
};

test("the national schema is read, as CSV and as JSON", () => {
  const row = {
    ...{ id: "1", nom: "Le Faitout", commune: "Luzech", adresse: "203 avenue d’Uxellodunum" },
    ...{ latitude: 44.478, longitude: 1.287, services: "a|b" },
  };
  expect(read(JSON.stringify([row]))).toEqual([luzech]);
  const csv = `${Object.keys(row).join(",")}\n${Object.values(row).join(",")}`;
  expect(read(csv)).toEqual([luzech]);
});

test("OpenStreetMap is read: a node, and a way by its centre", () => {
  const tags = {
    ...{ name: "Le Faitout", "addr:city": "Luzech", "addr:housenumber": "203" },
    "addr:street": "avenue d’Uxellodunum",
  };
  const elements = [
    { type: "node", id: 1, lat: 44.478, lon: 1.287, tags },
    { type: "way", id: 2, center: { lat: 44.478, lon: 1.287 }, tags },
    { type: "relation", id: 3, tags },
  ];
  expect(read(JSON.stringify({ version: 0.6, elements }))).toEqual([luzech, luzech, "no_position"]);
});

test("GeoJSON is read, its positions longitude first", () => {
  const feature = {
    type: "Feature",
    geometry: { type: "Point", coordinates: [1.287, 44.478] },
    properties: { name: "Le Faitout", city: "Luzech", street: "203 avenue d’Uxellodunum" },
  };
  const empty = { type: "Feature", geometry: null, properties: null };
  const features = [feature, empty, 7];
  expect(read(JSON.stringify({ type: "FeatureCollection", features }))).toEqual([
    luzech,
    "no_name",
    "no_name",
  ]);
});

test("a plain table is read by the names of its columns that one gives, decimal commas too", () => {
  const csv = "Structure;Y;X;Bourg\nLe Faitout;44,478;1,287;Luzech";
  const columns = { name: " structure", latitude: "Y", longitude: "x", commune: "BOURG" };
  expect(read(csv, columns)).toEqual([{ ...luzech, address: null }]);
  expect(read(csv)).toEqual(["no_name"]);
});

test("a place that names no commune is of the one near, if there is one", () => {
  const csv = "name,lat,lon\nLe Faitout,44.478,1.287";
  expect(read(csv, {}, near)).toEqual([{ ...luzech, address: null }]);
  expect(read(csv)).toEqual(["no_commune"]);
});

test.each([
  ["a name missing", '{"lat":44,"lon":1,"city":"L"}', "no_name"],
  ["a latitude off the globe", '{"name":"A","lat":91,"lon":1,"city":"L"}', "no_position"],
  ["a position in words", '{"name":"A","lat":"44 N","lon":"1","city":"L"}', "no_position"],
  ["half a character", '{"name":"A\\ud800","lat":44,"lon":1,"city":"L"}', "unreadable"],
  ["a NUL", '{"name":"A\\u0000","lat":44,"lon":1,"city":"L"}', "unreadable"],
  ["a novel", `{"name":"${"a".repeat(301)}","lat":44,"lon":1,"city":"L"}`, "too_long"],
  ["nothing of a place", "[]", "no_name"],
])("%s is a line refused, and kept as it came", (_name, record, problem) => {
  const result = readPlaces(`[${record}]`, {}, nowhere);
  const [line] = result.ok ? result.value : [];
  expect(line).toMatchObject({ line: 1, problem });
  expect(line?.text.isWellFormed()).toBe(true);
  expect(line?.text).not.toContain("\0");
  expect(line?.text.length).toBeGreaterThanOrEqual(2);
});

test("a formula is a text, and marks nobody sees are taken off a name", () => {
  const [place] = read('[{"name":"=HYPERLINK(1)\\u202e","lat":44,"lon":1,"city":"L"}]');
  expect(place).toMatchObject({ name: "=HYPERLINK(1)" });
});

test("what holds no record is refused, and so is what holds too many", () => {
  for (const text of ["", "nom,lat", "{", '{"a":1}', "[", "3"]) {
    expect(readPlaces(text, {}, near)).toMatchObject({ ok: false, refusal: "not_places" });
  }
  const many = `name,lat,lon\n${"a,44,1\n".repeat(2_001)}`;
  expect(readPlaces(many, {}, near)).toMatchObject({ ok: false, refusal: "too_many_lines" });
});
