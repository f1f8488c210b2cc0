import { z } from "zod";

const position = z.tuple([z.number(), z.number()]);

/** communes-reference.json: `center` is [longitude, latitude]. */
export const communesFile = z.object({
  communes: z.array(
    z.object({
      insee: z.string(),
      name: z.string(),
      postalCodes: z.array(z.string()),
      population: z.number().nullable(),
      epciName: z.string().nullable(),
      member: z.boolean(),
      center: position,
      nearestBourg: z.string().nullable(),
    }),
  ),
});

/** tiers-lieux.json: real places, those of the network and those around. */
export const placesFile = z.object({
  sources: z.record(z.string(), z.object({ title: z.string(), date: z.string() })),
  places: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      kind: z.string(),
      memberOfNetwork: z.boolean(),
      commune: z.object({ name: z.string() }),
      address: z.object({ street: z.string().optional(), postalCode: z.string() }),
      position: position.nullable(),
      note: z.string().optional(),
      source: z.string(),
    }),
  ),
});

export type TerritoryFiles = {
  communes: z.infer<typeof communesFile>;
  places: z.infer<typeof placesFile>;
};

/** Begins the identifier of a place that staff took in from somebody else's file. */
export const importedPrefix = "import-";
