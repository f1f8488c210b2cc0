import { expect, test } from "vitest";
import { beforeAll, brokenAt, canonicalLine, sealText } from "@/lib/identity/journal/seals/rules";

const line = {
  id: "7",
  at: "2026-11-30T08:00:00.000Z",
  actorId: "a",
  action: "role.granted",
  spaceId: null,
  subjectId: "s",
  before: null,
  after: '{"role": "host"}',
  requestId: "r",
};

test("a line is written out the same way for ever: other installations check by this text", () => {
  expect(canonicalLine(line)).toBe(
    '["7","2026-11-30T08:00:00.000Z","a","role.granted",null,"s",null,"{\\"role\\": \\"host\\"}","r"]',
  );
  expect(sealText(beforeAll, line)).toBe(`${"0".repeat(64)}${canonicalLine(line)}`);
});

test("whatever is changed of a line changes what is sealed, from one column to the next included", () => {
  const changed = Object.keys(line).map((key) => canonicalLine({ ...line, [key]: "x" }));
  const moved = canonicalLine({ ...line, spaceId: line.subjectId, subjectId: null });
  const nothing = canonicalLine({ ...line, subjectId: "null" });
  const none = canonicalLine({ ...line, subjectId: null });
  const all = [canonicalLine(line), moved, nothing, none, ...changed];
  expect(new Set(all).size).toBe(all.length);
});

const plainly = (text: string) => `hash of ${text}`;
const seal = { id: "3", entryId: "7", hash: plainly(sealText("head", line)), line };
const walked = { count: 2, head: "head" };

test("a seal follows when its number, its line and the seal before are what they were", () => {
  expect(brokenAt(walked, seal, plainly)).toBeNull();
});

test("a line changed, a line gone, a seal gone or another before are told apart", () => {
  const changed = { ...seal, line: { ...line, action: "role.withdrawn" } };
  expect(brokenAt(walked, changed, plainly)).toEqual({ kind: "changed", entryId: "7" });
  expect(brokenAt(walked, { ...seal, line: null }, plainly)).toEqual({
    kind: "missing",
    entryId: "7",
  });
  expect(brokenAt({ ...walked, count: 1 }, seal, plainly)).toEqual({
    kind: "unsealed",
    sealId: "2",
  });
  expect(brokenAt({ ...walked, head: "other" }, seal, plainly)).toEqual({
    kind: "changed",
    entryId: "7",
  });
});
