import { z } from "zod";

const length = z.number().int().min(0).max(5_000);
const words = z.object({ fr: z.string().max(60), en: z.string().max(60).optional() });

const line = z.object({
  kind: z.enum(["wall", "partition", "window"]),
  x1: length,
  y1: length,
  x2: length,
  y2: length,
});
const furniture = z.object({
  kind: z.literal("furniture"),
  x: length,
  y: length,
  width: length,
  height: length,
});
const label = z.object({ kind: z.literal("label"), x: length, y: length, text: words });

/** The floor of a space in units of its own: lines, furniture that is not booked, words. */
export const floorPlan = z.object({
  width: length.min(100),
  height: length.min(100),
  shapes: z.array(z.discriminatedUnion("kind", [line, furniture, label])).max(200),
});
export type FloorPlan = z.infer<typeof floorPlan>;

const slug = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
  .max(80);
/** A form with one row sends a text, with several a list. */
const column = z
  .union([z.string().transform((text) => [text]), z.array(z.string())])
  .default([])
  .pipe(z.array(z.string().max(40)).max(300));

/** Where each resource stands, as the form of the plan sends it; both numbers empty = not drawn. */
export const placeResourcesInput = z
  .strictObject({ slug, resourceId: column, x: column, y: column })
  .transform(({ slug: of, resourceId, x, y }, context) => {
    const placements = resourceId.map((id, index) => ({
      resourceId: id,
      x: coordinate(x[index] ?? ""),
      y: coordinate(y[index] ?? ""),
    }));
    const isReadable = placements.every(
      (each) =>
        each.x !== undefined && each.y !== undefined && (each.x === null) === (each.y === null),
    );
    if (!isReadable || placements.some((each) => !z.uuid().safeParse(each.resourceId).success)) {
      context.addIssue({ code: "custom", message: "invalidValue", path: ["x"] });
      return z.NEVER;
    }
    return { slug: of, placements: placements.map(asPlacement) };
  });
export type PlaceResourcesInput = z.infer<typeof placeResourcesInput>;

type Read = { resourceId: string; x: number | null | undefined; y: number | null | undefined };

function asPlacement(each: Read) {
  return { resourceId: each.resourceId, x: each.x ?? null, y: each.y ?? null };
}

/** Null for a field left empty, undefined for what is no whole number. */
function coordinate(text: string): number | null | undefined {
  if (text.trim() === "") return null;
  return /^\d{1,4}$/.test(text.trim()) ? Number(text) : undefined;
}

export const placementRefusals = ["no_plan", "outside_plan"] as const;
export type PlacementRefusal = (typeof placementRefusals)[number];
