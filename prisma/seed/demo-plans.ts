import type { FloorPlan } from "@/lib/spaces/plans/schema";

type Corner = { x: number; y: number };
type Counts = { desks: number; offices: number; rooms: string[]; booths: number };

const [width, height] = [776, 432];
/** Where the large room ends when others stand beside it. */
const side = 590;

/** Desks by the windows first, then in twos back to back, as in the drawn screen. */
const deskCorners: Corner[] = [
  { x: 76, y: 42 },
  { x: 206, y: 42 },
  { x: 336, y: 42 },
  { x: 86, y: 176 },
  { x: 168, y: 176 },
  { x: 336, y: 176 },
  { x: 86, y: 290 },
  { x: 168, y: 290 },
];

/** Offices, rooms and booths one under the other along the right wall. */
function sideCorners(count: number): Corner[] {
  const pitch = height / Math.max(1, count);
  return Array.from({ length: count }, (_, index) => ({
    x: side + 18,
    y: Math.round(pitch * index + (pitch - 62) / 2),
  }));
}

/** The floor of an invented space: four walls, windows, partitions, an entrance, a sofa. */
export function demoPlan({ offices, rooms, booths }: Counts): FloorPlan {
  const beside = offices + rooms.length + booths;
  const wall = (x1: number, y1: number, x2: number, y2: number) =>
    ({ kind: "wall", x1, y1, x2, y2 }) as const;
  const pitch = height / Math.max(1, beside);
  return {
    width,
    height,
    shapes: [
      wall(0, 0, width, 0),
      wall(width, 0, width, height),
      wall(40, height, 0, height),
      wall(120, height, width, height),
      wall(0, height, 0, 0),
      ...[66, 196, 326].map((x) => ({ kind: "window" as const, x1: x, y1: 0, x2: x + 90, y2: 0 })),
      ...(beside > 0
        ? [{ kind: "partition" as const, x1: side, y1: 0, x2: side, y2: height }]
        : []),
      ...Array.from({ length: Math.max(0, beside - 1) }, (_, index) => ({
        kind: "partition" as const,
        x1: side,
        y1: Math.round(pitch * (index + 1)),
        x2: width,
        y2: Math.round(pitch * (index + 1)),
      })),
      { kind: "furniture", x: 440, y: 290, width: 110, height: 34 },
      { kind: "label", x: 495, y: 346, text: { fr: "canapé", en: "sofa" } },
      { kind: "label", x: 80, y: 416, text: { fr: "entrée", en: "entrance" } },
    ],
  };
}

/** Corners of the resources in the host's order: desks, then offices, rooms and booths. */
export function demoCorners({ desks, offices, rooms, booths }: Counts): (Corner | null)[] {
  const standing = Array.from({ length: desks }, (_, index) => deskCorners[index] ?? null);
  return [...standing, ...sideCorners(offices + rooms.length + booths)];
}
