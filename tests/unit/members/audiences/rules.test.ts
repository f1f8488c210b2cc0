import fc from "fast-check";
import { expect, test } from "vitest";
import {
  hiddenParts,
  isListed,
  isVisible,
  openAudiences,
  type Relation,
  relationOf,
  visibleFields,
} from "@/lib/members/audiences/rules";
import { audienceNames, audiencesColumn, profileFields } from "@/lib/members/audiences/schema";

const facts = { viewerId: "v", ownerId: "o", isBlocked: false, isHost: false };

test("oneself, a host of one's space, another member, a visitor, and whoever is blocked", () => {
  expect(relationOf({ ...facts, viewerId: "o" })).toBe("self");
  expect(relationOf({ ...facts, isHost: true })).toBe("host");
  expect(relationOf(facts)).toBe("member");
  expect(relationOf({ ...facts, viewerId: null })).toBe("visitor");
  expect(relationOf({ ...facts, isBlocked: true })).toBe("hidden");
  expect(relationOf({ ...facts, isBlocked: true, isHost: true })).toBe("hidden");
});

test("a field nobody opened is for its owner alone", () => {
  const seers = (["self", "host", "member", "visitor", "hidden"] as const).filter((relation) =>
    isVisible(undefined, relation),
  );
  expect(seers).toEqual(["self"]);
});

test("each audience is seen by exactly those it names", () => {
  const seersOf = (audience: (typeof audienceNames)[number]) =>
    (["self", "host", "member", "visitor", "hidden"] as const).filter((relation) =>
      isVisible(audience, relation),
    );
  expect(seersOf("me")).toEqual(["self"]);
  expect(seersOf("hosts")).toEqual(["self", "host"]);
  expect(seersOf("members")).toEqual(["self", "host", "member"]);
  expect(seersOf("everyone")).toEqual(["self", "host", "member", "visitor"]);
});

const audiences = fc.dictionary(
  fc.constantFrom(...profileFields),
  fc.constantFrom(...audienceNames),
) as fc.Arbitrary<Partial<Record<(typeof profileFields)[number], (typeof audienceNames)[number]>>>;

test("whoever is closer sees all that whoever is further sees, whatever was chosen", () => {
  const order: Relation[] = ["hidden", "visitor", "member", "host", "self"];
  fc.assert(
    fc.property(audiences, (chosen) => {
      const seen = order.map((relation) => visibleFields(chosen, relation));
      for (const [index, fields] of seen.entries()) {
        expect(seen[index + 1] ?? profileFields).toEqual(expect.arrayContaining(fields));
      }
      expect(seen[0]).toEqual([]);
      expect(seen.at(-1)).toEqual([...profileFields]);
    }),
  );
});

test("the name alone decides whether one is listed", () => {
  expect(isListed({ name: "members" }, "member")).toBe(true);
  expect(isListed({ name: "members" }, "visitor")).toBe(false);
  expect(isListed({ activity: "everyone" }, "member")).toBe(false);
});

test("what the column holds and nobody knows is as if left out", () => {
  expect(audiencesColumn.parse({ name: "members", photo: "tout le monde" })).toEqual({
    name: "members",
    photo: "me",
  });
  expect(audiencesColumn.parse(null)).toEqual({});
  expect(audiencesColumn.parse({ shoeSize: "everyone" })).toEqual({});
});

test("what moderators hid of a profile is open to nobody, whatever its owner chose; the rest is as chosen", () => {
  const chosen = { activity: "everyone", photo: "members", commune: "members", name: "everyone" };
  const at = new Date("2026-06-15T06:00:00Z");
  const open = (textHiddenAt: Date | null, photoHiddenAt: Date | null) =>
    openAudiences({ audiences: chosen, textHiddenAt, photoHiddenAt });
  expect(open(null, null)).toEqual(chosen);
  expect(open(at, null)).toMatchObject({ ...chosen, activity: "me", skills: "me", links: "me" });
  expect(open(null, at)).toEqual({ ...chosen, photo: "me" });
  expect(openAudiences(null)).toEqual({});
  expect(hiddenParts({ textHiddenAt: at, photoHiddenAt: at })).toEqual(["text", "photo"]);
});
