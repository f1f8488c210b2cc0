import { z } from "zod";
import { oneLine } from "@/lib/core/plain-text";

/** Bytes of a file of places at the most, and its lines. */
export const largestFile = 1_000_000;
export const mostLines = 2_000;
export const longestText = 300;

const column = z
  .string()
  .max(100)
  .transform(oneLine)
  .optional()
  .transform((name) => name || undefined);

/** A file and where it comes from; names of columns where the file has others than the known ones. */
export const tryImportInput = z.strictObject({
  file: z
    .instanceof(File)
    .refine((file) => file.size > 0, { message: "required" })
    .refine((file) => file.size <= largestFile, { message: "fileTooHeavy" }),
  source: z
    .string()
    .max(200)
    .transform(oneLine)
    .pipe(z.string().min(1, { message: "required" })),
  sourceDate: z.iso.date({ message: "invalidDate" }),
  nameColumn: column,
  latitudeColumn: column,
  longitudeColumn: column,
  communeColumn: column,
  addressColumn: column,
});
export type ColumnNames = Partial<
  Record<"name" | "latitude" | "longitude" | "commune" | "address", string | undefined>
>;

export const confirmImportInput = z.strictObject({
  id: z.uuid(),
  mark: z.string().max(64),
});

const lineProblems = ["unreadable", "no_name", "no_position", "no_commune", "too_long"] as const;
export type LineProblem = (typeof lineProblems)[number];

const placeRead = z.object({
  name: z.string(),
  communeName: z.string(),
  address: z.string().nullable(),
  latitude: z.number(),
  longitude: z.number(),
});
export type PlaceRead = z.infer<typeof placeRead>;

/** What a line of the file gave: a place, or why not; `text` is the line as it came. */
export const linesRead = z.array(
  z.union([
    z.object({ line: z.int(), text: z.string(), place: placeRead }),
    z.object({ line: z.int(), text: z.string(), problem: z.enum(lineProblems) }),
  ]),
);
export type LineRead = z.infer<typeof linesRead>[number];

/** Why a place is left as it is. */
export type LeftBecause = "of_network" | "known" | "same" | "twice";

export type PlannedLine = { line: number; place: PlaceRead } & (
  | { does: "make" }
  | { does: "change"; id: string }
  | { does: "leave"; because: LeftBecause; like: string }
);

export type FileRefusal = "not_text" | "not_places" | "too_many_lines";
export type ConfirmRefusal = "already_done" | "list_changed";
