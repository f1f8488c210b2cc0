import { expect, test } from "vitest";
import { fitsOn, shortName, sizeOf } from "@/lib/spaces/plans/rules";
import { placeResourcesInput } from "@/lib/spaces/plans/schema";
import { demoCorners, demoPlan } from "@/prisma/seed/demo-plans";
import { demoSpaces } from "@/prisma/seed/demo-spaces";

const plan = { width: 300, height: 200 };
const id = "0197a3b0-0000-7000-8000-000000000001";
const read = (rest: object) => placeResourcesInput.safeParse({ slug: "la-cale", ...rest });

test("a resource stands on the plan when it lies wholly inside", () => {
  expect(fitsOn(plan, "desk", { x: 0, y: 0 })).toBe(true);
  expect(fitsOn(plan, "desk", { x: 224, y: 154 })).toBe(true);
  expect(fitsOn(plan, "desk", { x: 225, y: 154 })).toBe(false);
  expect(fitsOn(plan, "room", { x: 224, y: 100 })).toBe(false);
});

test("a desk shows its number, a room its name", () => {
  expect(shortName("Poste 12", "desk")).toBe("12");
  expect(shortName("Cabine 1", "booth")).toBe("Cabine 1");
  expect(shortName("Établi", "desk")).toBe("Établi");
});

test("a form says one or several places, both numbers empty for none", () => {
  expect(read({ resourceId: id, x: "76", y: "42" })).toMatchObject({
    data: { placements: [{ resourceId: id, x: 76, y: 42 }] },
  });
  expect(read({ resourceId: [id, id], x: ["", "1"], y: ["", "2"] })).toMatchObject({
    data: {
      placements: [
        { x: null, y: null },
        { x: 1, y: 2 },
      ],
    },
  });
  for (const [x, y] of [
    ["76", ""],
    ["-1", "2"],
    ["1.5", "2"],
    ["99999", "2"],
  ]) {
    expect(read({ resourceId: id, x, y }).success).toBe(false);
  }
  expect(read({ resourceId: "x", x: "1", y: "2" }).success).toBe(false);
});

test("every place of the demonstration stands on its plan, over no other", () => {
  for (const space of demoSpaces) {
    const kinds = [
      ...Array<"desk">(space.desks).fill("desk"),
      ...Array<"room">(space.offices + space.rooms.length + space.booths).fill("room"),
    ];
    const boxes = demoCorners(space).flatMap((corner, index) => {
      const kind = kinds[index] ?? "desk";
      expect(corner && fitsOn(demoPlan(space), kind, corner)).toBe(true);
      return corner ? [{ ...corner, ...sizeOf(kind) }] : [];
    });
    expect(boxes).toHaveLength(kinds.length);
    const clashes = boxes.filter((a, index) =>
      boxes.some(
        (b, other) =>
          other < index &&
          a.x < b.x + b.width &&
          b.x < a.x + a.width &&
          a.y < b.y + b.height &&
          b.y < a.y + a.height,
      ),
    );
    expect(clashes).toEqual([]);
  }
});
