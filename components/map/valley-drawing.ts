import { z } from "zod";
import { type LonLat, outlinePath, projectLonLat, riverPath } from "@/lib/map/rules";
import communes from "@/prisma/data/communes-ccvlv.json";
import context from "@/prisma/data/context.json";

const lonLat = z.tuple([z.number(), z.number()]);
const communeFeature = z.object({
  properties: z.object({ insee: z.string(), name: z.string(), label: lonLat }),
  geometry: z.object({ type: z.literal("Polygon"), coordinates: z.array(z.array(lonLat)) }),
});
const riverFeature = z.object({
  properties: z.object({ kind: z.literal("river") }),
  geometry: z.object({ coordinates: z.array(lonLat) }),
});

/** Communes whose name fits on the drawing at its usual size. */
const named = new Set([
  "46061",
  "46199",
  "46307",
  "46130",
  "46107",
  "46001",
  "46022",
  "46296",
  "46060",
  "46335",
  "46305",
]);

const outlines = z.array(communeFeature).parse(communes.features);

/** The basemap of the valley, drawn once: outlines, names that fit, the river. */
export const valley = {
  outlines: outlines.map((commune) => ({
    id: commune.properties.insee,
    name: commune.properties.name.replaceAll("'", "’"),
    path: commune.geometry.coordinates.map(outlinePath).join(""),
    label: projectLonLat(commune.properties.label),
  })),
  names: outlines
    .filter((commune) => named.has(commune.properties.insee))
    .map((commune) => ({
      name: commune.properties.name.replaceAll("'", "’"),
      ...projectLonLat(commune.properties.label),
    })),
  river: riverPath(riverCoordinates()),
};

function riverCoordinates(): LonLat[] {
  for (const feature of context.features) {
    const river = riverFeature.safeParse(feature);
    if (river.success)
      return river.data.geometry.coordinates.filter(([longitude]) => longitude > 0.99);
  }
  throw new Error("prisma/data/context.json has no river");
}
