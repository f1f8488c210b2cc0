import { z } from "zod";
import { type Locale, localeOf } from "@/lib/core/locale";
import { operation, type Resource, type Written } from "../operation";

/** Sets of open data, in the order in which they are shown. */
export const openSets = ["places", "use", "events", "survey"] as const;
export type OpenSet = (typeof openSets)[number];

/** One file of the open data, the same for everybody. */
export type OpenFile = {
  set: OpenSet;
  id: string;
  path: string;
  summary: string;
  mediaType: string;
  /** Its name in the European list of file types. */
  format: "CSV" | "JSON" | "GEOJSON";
  /** Written for the spreadsheets of a language, which `?lang=` names; French unless told. */
  byLanguage: boolean;
  write: (at: Date, locale: Locale) => Promise<Written>;
};

export const inLanguage = z.strictObject({
  lang: z
    .enum(["fr", "en"])
    .default("fr")
    .describe("Whose spreadsheets it is for: fr = `;` and decimal comma, en = `,` and point."),
});

/** Five minutes: what changes by the minute is not here, and after them the ETag spares the rest. */
export const openCache = { "cache-control": "public, max-age=300" };

/** An address of the API that answers the file. */
export function fileResource(file: OpenFile): Resource {
  const { id, summary, mediaType, byLanguage, write } = file;
  const isText = mediaType === "text/csv";
  const headers = {
    ...openCache,
    "content-type": isText ? "text/csv; charset=utf-8" : mediaType,
    ...(isText ? { "content-disposition": `inline; filename="${nameOf(file)}"` } : {}),
  };
  const schema = isText ? z.string() : z.unknown();
  const answers = { 200: { description: "The file.", schema, type: mediaType } };
  const parts = { id, summary, access: "public" as const, answers };
  if (!byLanguage) {
    return {
      GET: operation({
        ...parts,
        handle: async ({ at }) => ({ body: await write(at, "fr"), headers }),
      }),
    };
  }
  return {
    GET: operation({
      ...parts,
      query: inLanguage,
      handle: async ({ at, query: { lang } }) => ({
        body: await write(at, localeOf(lang)),
        headers,
      }),
    }),
  };
}

function nameOf({ path }: OpenFile): string {
  return `cowloting-${path.split("/").at(-1)}`;
}
