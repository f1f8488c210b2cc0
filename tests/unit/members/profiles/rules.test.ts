import fc from "fast-check";
import { expect, test } from "vitest";
import type { Relation } from "@/lib/members/audiences/rules";
import { type Audiences, audienceNames, profileFields } from "@/lib/members/audiences/schema";
import { searchTexts } from "@/lib/members/directory/rules";
import { linkText, shownTo, unsaid } from "@/lib/members/profiles/rules";
import type { ProfileContent } from "@/lib/members/profiles/schema";

const content: ProfileContent = {
  name: "Zname",
  activity: "Zactivity",
  situation: "association",
  commune: { insee: "46182", name: "Zcommune" },
  skills: ["Zskill"],
  teaches: ["Zteach"],
  seeks: ["Zseek"],
  themes: ["image"],
  languages: ["oc"],
  links: ["https://zlink.example"],
  usualSpace: { id: "z", slug: "zspace", name: "Zspace" },
  rhythm: "Zrhythm",
  photo: "zphoto",
};
const order: Relation[] = ["visitor", "member", "host", "self"];
const rankOf = (relation: Relation) => order.indexOf(relation);
/** From which relation on each audience is reached. */
const reached = { everyone: 0, members: 1, hosts: 2, me: 3 };

const anyAudiences = fc.record(
  Object.fromEntries(profileFields.map((field) => [field, fc.constantFrom(...audienceNames)])),
) as fc.Arbitrary<Audiences>;

test("no field ever reaches a smaller audience than its own, in what is shown or in what is searched", () => {
  fc.assert(
    fc.property(anyAudiences, fc.constantFrom(...order), (audiences, relation) => {
      const shown = shownTo(content, audiences, relation);
      for (const field of profileFields) {
        const isForThem = rankOf(relation) >= reached[audiences[field] ?? "me"];
        const isKnown = rankOf(relation) >= reached[audiences.name ?? "me"];
        const expected = isForThem && isKnown ? content[field] : unsaid[field];
        expect((shown ?? unsaid)[field]).toEqual(expected);
      }
      expect(shown === null).toBe(rankOf(relation) < reached[audiences.name ?? "me"]);
    }),
    { numRuns: 500 },
  );
});

const traces: [keyof ProfileContent & keyof Audiences, string][] = [
  ["name", "zname"],
  ["activity", "zactivity"],
  ["commune", "zcommune"],
  ["skills", "zskill"],
  ["teaches", "zteach"],
  ["seeks", "zseek"],
  ["usualSpace", "zspace"],
  ["rhythm", "zrhythm"],
];

test("the search reads only what is opened to whoever searches, and nothing without the name", () => {
  fc.assert(
    fc.property(anyAudiences, (audiences) => {
      const { membersText, publicText } = searchTexts(content, audiences);
      for (const [field, trace] of traces) {
        const rank = Math.max(reached[audiences[field] ?? "me"], reached[audiences.name ?? "me"]);
        expect(membersText.includes(trace)).toBe(rank <= 1);
        expect(publicText.includes(trace)).toBe(rank === 0);
      }
    }),
    { numRuns: 500 },
  );
});

test("somebody blocked is shown nothing at all", () => {
  const open = Object.fromEntries(profileFields.map((field) => [field, "everyone" as const]));
  expect(shownTo(content, open, "hidden")).toBeNull();
});

test.each([
  ["https://ateliers.example/", "ateliers.example"],
  ["https://Ateliers.Example/Page?a=1", "ateliers.example/Page?a=1"],
  ["https://аррӏе.com/compte", "xn--80ak6aa92e.com/compte"],
  ["https://vrai.example\\@faux.example", "vrai.example\\@faux.example"],
])("%s is read as the host a browser goes to", (link, read) => {
  expect(linkText(link)).toBe(read);
});
