import type { Position } from "@/lib/core/distance";

/** Drawing units; y grows downwards. */
export type Point = { x: number; y: number };
export type LonLat = [number, number];

/** The frame of the valley drawing: west of Soturac to Cahors, in degrees. */
const west = 0.968;
const north = 44.597;
const middleLatitude = (44.48 * Math.PI) / 180;
const unitsPerDegree = 2_435;

export const frame = { width: 860, height: 545 };

/** Plate carrée around the valley: straight enough at this size, and it needs no library. */
export function project({ longitude, latitude }: Position): Point {
  return {
    x: (longitude - west) * Math.cos(middleLatitude) * unitsPerDegree,
    y: (north - latitude) * unitsPerDegree,
  };
}

export function projectLonLat([longitude, latitude]: LonLat): Point {
  return project({ longitude, latitude });
}

/** A closed outline as an SVG path, to a tenth of a unit. */
export function outlinePath(ring: LonLat[]): string {
  return `M${ring.map((corner) => at(projectLonLat(corner))).join("L")}Z`;
}

const neckOfLuzech: LonLat = [1.286, 44.48];
const neckRadius = 0.004;
const push = 0.002;

/** At Luzech the two banks nearly touch: they are pushed some 300 m apart, or the stroke closes on itself. */
export function widenNeck(river: LonLat[]): LonLat[] {
  return river.map(([longitude, latitude]) => {
    const near =
      Math.abs(longitude - neckOfLuzech[0]) < neckRadius &&
      Math.abs(latitude - neckOfLuzech[1]) < neckRadius;
    if (!near) return [longitude, latitude];
    return [longitude + (longitude > neckOfLuzech[0] ? push : -push), latitude];
  });
}

/** A wandering line: one Chaikin pass, then Catmull-Rom as cubic Béziers. */
export function riverPath(river: LonLat[]): string {
  const points = chaikin(widenNeck(river).map(projectLonLat));
  const [first] = points;
  if (!first) return "";
  const curves = points.slice(1).map((to, index) => {
    const from = points[index] ?? to;
    const before = points[index - 1] ?? from;
    const after = points[index + 2] ?? to;
    const leave = { x: from.x + (to.x - before.x) / 6, y: from.y + (to.y - before.y) / 6 };
    const arrive = { x: to.x - (after.x - from.x) / 6, y: to.y - (after.y - from.y) / 6 };
    return `C${at(leave)} ${at(arrive)} ${at(to)}`;
  });
  return `M${at(first)}${curves.join("")}`;
}

function chaikin(points: Point[]): Point[] {
  const between = (from: Point, to: Point, share: number) => ({
    x: from.x + (to.x - from.x) * share,
    y: from.y + (to.y - from.y) * share,
  });
  return points.slice(1).flatMap((to, index) => {
    const from = points[index] ?? to;
    return [between(from, to, 0.25), between(from, to, 0.75)];
  });
}

function at({ x, y }: Point): string {
  return `${x.toFixed(1)} ${y.toFixed(1)}`;
}

/**
 * Moves markers that would cover one another onto a small circle around their common spot, so that
 * each can be seen and pressed; the others stay where they are. Order is kept; no two end up nearer
 * than `distance`, a circle that would meet a neighbour takes it in.
 */
export function spreadApart<Marker extends Point>(markers: Marker[], distance: number): Marker[] {
  let groups = markers.map((marker) => [marker]);
  for (let pair = meeting(groups, distance); pair; pair = meeting(groups, distance)) {
    const [one, other] = pair;
    const joined = markers.filter((marker) => one.includes(marker) || other.includes(marker));
    groups = [...groups.filter((group) => group !== one && group !== other), joined];
  }
  const moved = new Map(
    groups.flatMap((group) => {
      const points = pointsAround(group, distance);
      return group.map((marker, rank) => [marker, points[rank]] as const);
    }),
  );
  return markers.map((marker) => ({ ...marker, ...moved.get(marker) }));
}

function meeting<Marker extends Point>(
  groups: Marker[][],
  distance: number,
): [Marker[], Marker[]] | null {
  const drawn = groups.map((group) => ({ group, points: pointsAround(group, distance) }));
  for (const [index, one] of drawn.entries()) {
    const other = drawn
      .slice(index + 1)
      .find(({ points }) => points.some((point) => one.points.some(isNear(point, distance))));
    if (other) return [one.group, other.group];
  }
  return null;
}

function isNear(point: Point, distance: number): (other: Point) => boolean {
  return (other) => Math.hypot(other.x - point.x, other.y - point.y) < distance;
}

/** Where the markers of one group are drawn, in their order: alone, at its own spot. */
function pointsAround(group: Point[], distance: number): Point[] {
  if (group.length === 1) return group.map(({ x, y }) => ({ x, y }));
  const radius = distance / (2 * Math.sin(Math.PI / group.length));
  const centre = centreOf(group);
  return group.map((_marker, rank) => {
    const angle = (2 * Math.PI * rank) / group.length - Math.PI;
    return { x: centre.x + radius * Math.cos(angle), y: centre.y + radius * Math.sin(angle) };
  });
}

function centreOf(points: Point[]): Point {
  return {
    x: points.reduce((sum, point) => sum + point.x, 0) / points.length,
    y: points.reduce((sum, point) => sum + point.y, 0) / points.length,
  };
}

export type Side = "end" | "start" | "top" | "bottom";
const sides: Side[] = ["end", "top", "bottom", "start"];
const reach = 24;
const lineHeight = 18;

export type Box = { left: number; right: number; top: number; bottom: number };

/** The side of each marker where its label covers no other marker and no earlier label; « end » when none does. */
export function labelSides(markers: (Point & { widest: number })[]): Side[] {
  const boxes: Box[] = [];
  return markers.map((marker) => {
    const discs = markers.filter((other) => other !== marker).map(discBox);
    const free = sides.find((candidate) => {
      const box = labelBox(marker, candidate);
      return isInFrame(box) && ![...discs, ...boxes].some((other) => boxesMeet(box, other));
    });
    const side = free ?? "end";
    boxes.push(labelBox(marker, side));
    return side;
  });
}

function discBox({ x, y }: Point): Box {
  return { left: x - 17, right: x + 17, top: y - 17, bottom: y + 17 };
}

function labelBox({ x, y, widest }: Point & { widest: number }, side: Side): Box {
  const half = widest / 2;
  const height = 2 * lineHeight;
  const boxes: Record<Side, Box> = {
    end: {
      left: x + reach,
      right: x + reach + widest,
      top: y - lineHeight,
      bottom: y + lineHeight,
    },
    start: {
      left: x - reach - widest,
      right: x - reach,
      top: y - lineHeight,
      bottom: y + lineHeight,
    },
    top: { left: x - half, right: x + half, top: y - reach - height, bottom: y - reach },
    bottom: { left: x - half, right: x + half, top: y + reach, bottom: y + reach + height },
  };
  return boxes[side];
}

function boxesMeet(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

/** Wholly inside the drawing of the valley. */
export function isInFrame(box: Box): boolean {
  return box.left >= 0 && box.right <= frame.width && box.top >= 0 && box.bottom <= frame.height;
}

/**
 * South-west and north-east corners of positions, as Leaflet wants bounds; a margin keeps discs inside.
 * Those of the valley drawing while the network has no place.
 */
export function boundsOf(
  positions: Position[],
  margin = 0.02,
): [[number, number], [number, number]] {
  if (positions.length === 0) {
    const south = north - frame.height / unitsPerDegree;
    return [
      [south, west],
      [north, west + frame.width / (Math.cos(middleLatitude) * unitsPerDegree)],
    ];
  }
  const latitudes = positions.map(({ latitude }) => latitude);
  const longitudes = positions.map(({ longitude }) => longitude);
  return [
    [Math.min(...latitudes) - margin, Math.min(...longitudes) - margin],
    [Math.max(...latitudes) + margin, Math.max(...longitudes) + margin],
  ];
}
