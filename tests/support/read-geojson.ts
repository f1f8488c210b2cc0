import { z } from "zod";

/** A position: longitude, latitude and no more than a height (RFC 7946, 3.1.1). */
const position = z.union([
  z.tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)]),
  z.tuple([z.number().min(-180).max(180), z.number().min(-90).max(90), z.number()]),
]);

/** Points read as RFC 7946 has them; `crs` is of the old specification and is refused. */
const collection = z
  .looseObject({
    type: z.literal("FeatureCollection"),
    features: z.array(
      z.looseObject({
        type: z.literal("Feature"),
        id: z.union([z.string(), z.number()]).optional(),
        geometry: z.strictObject({ type: z.literal("Point"), coordinates: position }),
        properties: z.record(z.string(), z.unknown()).nullable(),
      }),
    ),
  })
  .refine((whole) => !("crs" in whole || "coordinates" in whole || "geometry" in whole));

export function readGeojson(text: string) {
  return collection.parse(JSON.parse(text)).features;
}
