import { expect, test } from "vitest";
import { placeOfEdit } from "@/lib/surveys/versions/rules";

const kept = (version: number) => ({ version, isKept: true });
const draft = (version: number) => ({ version, isKept: false });

test("a version nobody can have answered is edited itself", () => {
  expect(placeOfEdit(2, [kept(1), draft(2)])).toEqual({ into: 2, isNew: false });
});

test("one that is kept makes a new version, after the last", () => {
  expect(placeOfEdit(1, [kept(1)])).toEqual({ into: 2, isNew: true });
  expect(placeOfEdit(1, [kept(1), kept(2), kept(3)])).toEqual({ into: 4, isNew: true });
});

test("where a draft is being written already, there is no second one", () => {
  expect(placeOfEdit(1, [kept(1), kept(2), draft(3)])).toEqual({ draft: 3 });
  // An older draft, left aside, is nobody's way on.
  expect(placeOfEdit(3, [draft(1), kept(3)])).toEqual({ into: 4, isNew: true });
});
