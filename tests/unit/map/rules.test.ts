import fc from "fast-check";
import { expect, test } from "vitest";
import { distanceKm } from "@/lib/core/distance";
import {
  boundsOf,
  frame,
  isInFrame,
  type LonLat,
  labelSides,
  outlinePath,
  type Point,
  project,
  riverPath,
  spreadApart,
  widenNeck,
} from "@/lib/map/rules";

const luzech = { latitude: 44.48, longitude: 1.286 };
const cahors = { latitude: 44.448, longitude: 1.441 };
const soturac = { latitude: 44.497, longitude: 1.014 };

const apart = (a: Point, b: Point) => Math.hypot(a.x - b.x, a.y - b.y);
const at = (x: number, y: number) => ({ x, y });
const boxAt = ({ x, y }: Point) => ({ left: x, right: x, top: y, bottom: y });

test("the valley from Soturac to Cahors is inside the drawing", () => {
  for (const place of [luzech, cahors, soturac])
    expect(isInFrame(boxAt(project(place)))).toBe(true);
  expect(isInFrame(boxAt(project({ latitude: 44.84, longitude: -0.58 })))).toBe(false);
});

test("north is up, east is right, and a kilometre is as long either way", () => {
  const north = { ...luzech, latitude: luzech.latitude + 0.05 };
  const east = { ...luzech, longitude: luzech.longitude + 0.05 };
  expect(project(north).y).toBeLessThan(project(luzech).y);
  expect(project(east).x).toBeGreaterThan(project(luzech).x);
  const unitsPerKm = [north, east].map(
    (place) => apart(project(place), project(luzech)) / distanceKm(place, luzech),
  );
  expect((unitsPerKm[0] ?? 0) / (unitsPerKm[1] ?? 0)).toBeCloseTo(1, 2);
});

test("an outline is a closed path through its corners", () => {
  const ring: LonLat[] = [
    [1.1, 44.5],
    [1.2, 44.5],
    [1.2, 44.4],
  ];
  expect(outlinePath(ring)).toMatch(/^M[\d.]+ [\d.]+(L[\d.]+ [\d.]+){2}Z$/);
});

test("the two banks at the neck of Luzech are pushed apart, the rest of the river is not moved", () => {
  const river: LonLat[] = [
    [1.1, 44.5],
    [1.284, 44.48],
    [1.288, 44.48],
    [1.288, 44.5],
  ];
  const [first, west, east, last] = widenNeck(river);
  expect([first, last]).toEqual([river[0], river[3]]);
  expect(west?.[0]).toBeCloseTo(1.282, 6);
  expect(east?.[0]).toBeCloseTo(1.29, 6);
});

test("a river is one smooth line; one without a length is no line", () => {
  const river: LonLat[] = [
    [1, 44.5],
    [1.1, 44.45],
    [1.2, 44.5],
  ];
  expect(riverPath(river)).toMatch(/^M[\d. ]+(C[\d. ]+){3}$/);
  expect([riverPath([]), riverPath(river.slice(0, 1))]).toEqual(["", ""]);
});

test("two places at the same address are drawn side by side, the third stays where it is", () => {
  const [first, second, third] = spreadApart(
    [
      { ...at(100, 100), name: "one" },
      { ...at(100, 100), name: "two" },
      { ...at(400, 100), name: "three" },
    ],
    36,
  );
  expect([first?.name, second?.name, third?.name]).toEqual(["one", "two", "three"]);
  expect(first && second ? apart(first, second) : 0).toBeCloseTo(36, 6);
  expect(third).toMatchObject(at(400, 100));
});

test("however close places are, each can be seen and pressed", () => {
  const coordinate = fc.integer({ min: 0, max: 200 });
  const markers = fc.array(fc.record({ x: coordinate, y: coordinate }), { maxLength: 14 });
  fc.assert(
    fc.property(markers, (places) => {
      const spread = spreadApart(places, 36);
      expect(spread).toHaveLength(places.length);
      const gaps = spread.flatMap((one, index) =>
        spread.slice(index + 1).map((other) => apart(one, other)),
      );
      expect(Math.min(36, ...gaps)).toBeCloseTo(36, 6);
    }),
  );
});

test("places far enough from each other are not moved", () => {
  const places = [at(0, 0), at(36, 0), at(0, 36)];
  expect(spreadApart(places, 36)).toEqual(places);
});

test("a name is written after its place, or where it covers nothing and stays in the drawing", () => {
  const middle = { ...at(400, 250), widest: 80 };
  const onTheRight = { ...at(450, 250), widest: 80 };
  const atTheEdge = { ...at(frame.width - 10, 250), widest: 80 };
  expect(labelSides([middle])).toEqual(["end"]);
  expect(labelSides([middle, onTheRight])).toEqual(["top", "end"]);
  expect(labelSides([atTheEdge])).toEqual(["start"]);
});

test("a name does not cover the name already written", () => {
  const one = { ...at(400, 250), widest: 80 };
  const justBelow = { ...at(420, 285.5), widest: 80 };
  expect(labelSides([one, justBelow])).toEqual(["end", "bottom"]);
  expect(labelSides([justBelow])).toEqual(["end"]);
});

test("a name that fits nowhere is written after its place all the same", () => {
  expect(labelSides([{ ...at(400, 250), widest: 2_000 }])).toEqual(["end"]);
});

test("the moving map opens on every place, with room around", () => {
  const [[south, west], [north, east]] = boundsOf([luzech, cahors, soturac], 0.01);
  expect([south, west, north, east].map((value) => value.toFixed(3))).toEqual([
    "44.438",
    "1.004",
    "44.507",
    "1.451",
  ]);
});

test("without any place yet, the moving map opens on the valley", () => {
  const [southWest, northEast] = boundsOf([]).map(([latitude, longitude]) =>
    project({ latitude, longitude }),
  );
  expect(southWest?.x).toBeCloseTo(0, 6);
  expect(southWest?.y).toBeCloseTo(frame.height, 6);
  expect(northEast?.x).toBeCloseTo(frame.width, 6);
  expect(northEast?.y).toBeCloseTo(0, 6);
});
