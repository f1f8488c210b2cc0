import { z } from "zod";
import { localeOf } from "@/lib/core/locale";
import { operation, type Resource } from "../operation";
import { writeCatalogue } from "./catalogue";
import { writeCodes } from "./codes";
import { fileResource, inLanguage, openCache } from "./files";
import { openFiles } from "./sets";

/** What every field of the files says. */
export const openCodesResource: Resource = {
  GET: operation({
    id: "openCodes",
    summary: "Code book of the open data: what each field of each file says.",
    access: "public",
    query: inLanguage,
    answers: { 200: { description: "The file.", schema: z.string(), type: "text/csv" } },
    handle: async ({ query: { lang } }) => ({
      body: writeCodes(localeOf(lang)),
      headers: { ...openCache, "content-type": "text/csv; charset=utf-8" },
    }),
  }),
};

/** What there is, for whoever harvests. */
export const openCatalogueResource: Resource = {
  GET: operation({
    id: "openCatalogue",
    summary: "Catalogue of the open data: DCAT-AP as JSON-LD.",
    access: "public",
    answers: {
      200: {
        description: "Each set with its addresses, types, sizes, periods and licence.",
        schema: z.looseObject({ "@type": z.literal("dcat:Catalog") }),
        type: "application/ld+json",
      },
    },
    handle: async ({ at }) => ({
      body: await writeCatalogue(at),
      headers: { ...openCache, "content-type": "application/ld+json" },
    }),
  }),
};

/** Every address of the open data. */
export const openPaths: Record<string, Resource> = {
  "/api/v1/open/catalogue": openCatalogueResource,
  "/api/v1/open/codes.csv": openCodesResource,
  ...Object.fromEntries(openFiles.map((file) => [file.path, fileResource(file)])),
};
