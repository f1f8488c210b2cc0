import { z } from "zod";
import {
  availabilityWriter,
  mostDays,
  readAvailability,
} from "@/lib/bookings/availability/queries";
import { spaceSlugInput } from "@/lib/bookings/schema";
import { getSpaceBySlug, listSpaces } from "@/lib/spaces/queries";
import { operation, type Resource, Written } from "./operation";
import { apiDay } from "./reading";
import { availabilityShape, pageOf, resourceShape, spaceDetailShape, spaceShape } from "./shapes";
import { availabilityView, resourceView, spaceDetailView, spaceView } from "./views";

const bySlug = z.strictObject({ slug: spaceSlugInput });

export const spacesResource: Resource = {
  GET: operation({
    id: "listSpaces",
    summary: "Spaces of the network, in the order of their slugs.",
    access: "public",
    query: z.strictObject({
      limit: z.coerce.number().int().min(1).max(200).default(100),
      after: spaceSlugInput.optional().describe("Slug of the last one seen."),
    }),
    answers: { 200: { description: "A page of spaces.", schema: pageOf(spaceShape) } },
    handle: async ({ query: { limit, after = "" } }) => {
      const spaces = (await listSpaces())
        .filter(({ slug }) => slug > after)
        .sort((a, b) => (a.slug < b.slug ? -1 : 1));
      const items = spaces.slice(0, limit).map(spaceView);
      const last = items.at(-1);
      const hasMore = last !== undefined && spaces.length > limit;
      const next = hasMore ? `/api/v1/spaces?limit=${limit}&after=${last.slug}` : null;
      return { body: { items, next } };
    },
  }),
};

export const spacesGeojsonResource: Resource = {
  GET: operation({
    id: "spacesGeojson",
    summary: "Spaces of the network as a GeoJSON FeatureCollection (RFC 7946).",
    access: "public",
    answers: {
      200: {
        description: "One point a space; properties are those of a space.",
        schema: z.object({
          type: z.literal("FeatureCollection"),
          features: z.array(
            z.object({
              type: z.literal("Feature"),
              id: z.string(),
              geometry: z.object({
                type: z.literal("Point"),
                coordinates: z.array(z.number()).describe("Longitude, latitude (WGS 84)."),
              }),
              properties: spaceShape.omit({ lat: true, lon: true }),
            }),
          ),
        }),
        type: "application/geo+json",
      },
    },
    handle: async () => {
      const features = (await listSpaces()).map(spaceView).map(({ lat, lon, ...properties }) => ({
        type: "Feature" as const,
        id: properties.slug,
        geometry: { type: "Point" as const, coordinates: [lon, lat] },
        properties,
      }));
      const headers = { "content-type": "application/geo+json" };
      return { body: { type: "FeatureCollection", features }, headers };
    },
  }),
};

export const spaceResource: Resource = {
  GET: operation({
    id: "getSpace",
    summary: "One space, with its texts and its weekly hours.",
    access: "public",
    params: bySlug,
    answers: { 200: { description: "The space.", schema: spaceDetailShape } },
    handle: async ({ params: { slug } }) => ({ body: spaceDetailView(await getSpaceBySlug(slug)) }),
  }),
};

export const resourcesResource: Resource = {
  GET: operation({
    id: "listResources",
    summary: "What can be booked in a space, in its host's order, with the terms of each.",
    access: "public",
    params: bySlug,
    answers: { 200: { description: "All of them, in one page.", schema: pageOf(resourceShape) } },
    handle: async ({ params: { slug } }) => {
      const space = await getSpaceBySlug(slug);
      const items = space.resources.map((resource) => resourceView(space, resource));
      return { body: { items, next: null } };
    },
  }),
};

const availability = availabilityWriter((read) => new Written(availabilityView(read)));

export const availabilityResource: Resource = {
  GET: operation({
    id: "getAvailability",
    summary: "What is free in a space, resource by resource and day by day.",
    access: "public",
    params: bySlug,
    query: z.strictObject({
      from: apiDay.describe("First local day of the space."),
      days: z.coerce.number().int().min(1).max(mostDays).default(7),
    }),
    answers: { 200: { description: "The days asked for.", schema: availabilityShape } },
    handle: async ({ params: { slug }, query, at }) => ({
      body: await readAvailability(slug, query, availability, at),
    }),
  }),
};
