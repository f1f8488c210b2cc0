import communes from "@/prisma/data/communes-ccvlv.json";
import context from "@/prisma/data/context.json";

export const dynamic = "force-static";

/** The offline basemap of the moving map: outlines of the communes and the river, as GeoJSON; public. */
export function GET(): Response {
  const river = context.features.filter((feature) => feature.properties.kind === "river");
  return Response.json(
    { type: "FeatureCollection", features: [...communes.features, ...river] },
    { headers: { "cache-control": "public, max-age=86400" } },
  );
}
