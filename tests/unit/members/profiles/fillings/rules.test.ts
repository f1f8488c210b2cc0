import { expect, test } from "vitest";
import { decideFilling } from "@/lib/members/profiles/fillings/rules";

const empty = { communeId: null, usualSpaceId: null, rhythm: null, skills: [] };
const filling = { commune: "46182", rhythm: "le mardi", skills: ["jardin"] };

test("what is empty is filled", () => {
  expect(decideFilling(filling, empty, {})).toEqual({
    filled: ["commune", "rhythm", "skills"],
    left: [],
    columns: { communeId: "46182", rhythm: "le mardi", skills: ["jardin"] },
    audiences: {},
  });
});

test("what its owner said before stays", () => {
  const said = { ...empty, rhythm: "le jeudi", skills: ["vigne"] };
  expect(decideFilling(filling, said, {})).toMatchObject({
    filled: ["commune"],
    left: ["rhythm", "skills"],
    columns: { communeId: "46182" },
  });
});

test("a field that is filled is for oneself alone, even were it open while it was empty", () => {
  const audiences = { commune: "members", skills: "everyone", usualSpace: "hosts" } as const;
  const said = { ...empty, skills: ["vigne"] };
  expect(decideFilling(filling, said, audiences).audiences).toEqual({
    skills: "everyone",
    usualSpace: "hosts",
  });
});
