import { z } from "zod";
import { oneLine } from "@/lib/core/plain-text";
import { ok, type Result, refuse } from "@/lib/core/result";
import {
  type ColumnNames,
  type FileRefusal,
  type LineProblem,
  type LineRead,
  longestText,
  mostLines,
} from "./schema";
import { columnName, csvRecords, type FileRecord } from "./texts/rules";

/** Names under which files have what a place needs: the national schema, OpenStreetMap, plain tables. */
const known = {
  name: ["nom", "name", "nom du lieu", "nom_tl"],
  latitude: ["latitude", "lat"],
  longitude: ["longitude", "lon", "lng", "long"],
  commune: ["commune", "addr:city", "city", "ville", "nomcom"],
  address: ["adresse", "address", "addr:full", "street"],
  number: ["addr:housenumber"],
  road: ["addr:street", "addr:place"],
} as const;

/** The commune of a position that says none. */
export type CommuneAt = (position: { latitude: number; longitude: number }) => string | null;

/**
 * Reads a file of places line by line: JSON of the national schema, of OpenStreetMap or GeoJSON, else CSV.
 * A line that cannot be read is kept with why. Refuses what has no record in it and what has too many.
 */
export function readPlaces(
  text: string,
  columns: ColumnNames,
  communeAt: CommuneAt,
): Result<LineRead[], FileRefusal> {
  const records = recordsOf(text);
  if (!records || records.length === 0) return refuse("not_places");
  if (records.length > mostLines) return refuse("too_many_lines");
  return ok(records.map((record) => readRecord(record, columns, communeAt)));
}

function recordsOf(text: string): FileRecord[] | null {
  if (!/^\s*[[{]/.test(text)) return csvRecords(text);
  try {
    return jsonRecords(JSON.parse(text));
  } catch {
    return null;
  }
}

const position = z.tuple([z.number(), z.number()]).rest(z.number());
const feature = z.object({
  geometry: z.object({ coordinates: position }).nullish().catch(null),
  properties: z.record(z.string(), z.unknown()).nullish().catch(null),
});
const element = z.object({
  lat: z.number().optional(),
  lon: z.number().optional(),
  center: z.object({ lat: z.number(), lon: z.number() }).optional(),
  tags: z.record(z.string(), z.unknown()).optional(),
});
const whole = z.union([
  z.object({ features: z.array(z.unknown()) }),
  z.object({ elements: z.array(z.unknown()) }),
  z.array(z.unknown()),
]);

function jsonRecords(json: unknown): FileRecord[] | null {
  const read = whole.safeParse(json);
  if (!read.success) return null;
  if (Array.isArray(read.data)) return read.data.map((one, index) => recordOf(one, one, index));
  if ("features" in read.data) {
    return read.data.features.map((one, index) => {
      const { geometry, properties } = feature.safeParse(one).data ?? {};
      const [longitude, latitude] = geometry?.coordinates ?? [];
      return recordOf(one, { ...properties, longitude, latitude }, index);
    });
  }
  return read.data.elements.map((one, index) => {
    const { lat, lon, center, tags } = element.safeParse(one).data ?? {};
    const place = { ...tags, latitude: lat ?? center?.lat, longitude: lon ?? center?.lon };
    return recordOf(one, place, index);
  });
}

function recordOf(source: unknown, values: unknown, index: number): FileRecord {
  const record = z.record(z.string(), z.unknown()).safeParse(values).data ?? {};
  const texts = Object.entries(record).flatMap(([name, value]): [string, string][] =>
    typeof value === "string" || typeof value === "number"
      ? [[columnName(name), String(value)]]
      : [],
  );
  return { line: index + 1, text: JSON.stringify(source), values: new Map(texts) };
}

function readRecord(
  { line, text, values }: FileRecord,
  columns: ColumnNames,
  communeAt: CommuneAt,
): LineRead {
  const told = { line, text: text.toWellFormed().replaceAll("\0", "\uFFFD") };
  const fieldOf = (field: keyof typeof known) => {
    const own = field in columns ? columns[field as keyof ColumnNames] : undefined;
    const names: readonly string[] = own ? [columnName(own)] : known[field];
    const name = names.find((each) => values.get(each)?.trim());
    return (name && values.get(name)) || "";
  };
  const texts = [fieldOf("name"), fieldOf("commune"), fieldOf("address")];
  const problem = (code: LineProblem): LineRead => ({ ...told, problem: code });
  if (texts.some((one) => !one.isWellFormed() || one.includes("\0"))) return problem("unreadable");
  const [name = "", commune = "", address = ""] = texts.map(oneLine);
  const latitude = degrees(fieldOf("latitude"), 90);
  const longitude = degrees(fieldOf("longitude"), 180);
  const road = oneLine(`${fieldOf("number")} ${fieldOf("road")}`.toWellFormed());
  if (name === "") return problem("no_name");
  if (latitude === null || longitude === null) return problem("no_position");
  const communeName = commune || communeAt({ latitude, longitude }) || "";
  if (communeName === "") return problem("no_commune");
  const street = address || road || null;
  if ([name, communeName, street ?? ""].some((one) => one.length > longestText)) {
    return problem("too_long");
  }
  return { ...told, place: { name, communeName, address: street, latitude, longitude } };
}

/** A comma is a decimal point too; null for what is no number on the globe. */
function degrees(text: string, most: number): number | null {
  const trimmed = text.trim();
  if (!/^[+-]?\d{1,3}(?:[.,]\d+)?$/.test(trimmed)) return null;
  const value = Number(trimmed.replace(",", "."));
  return Math.abs(value) <= most ? value : null;
}
