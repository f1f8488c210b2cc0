import { expect, test } from "vitest";
import { isSafeLink, profileInput } from "@/lib/members/profiles/schema";

const read = (typed: Record<string, unknown>) =>
  profileInput.safeParse({ name: "Maëlle", ...typed });

test("a profile is private until it is opened, field by field", () => {
  expect(read({}).data?.audiences).toEqual({});
  const opened = read({
    audience_name: "members",
    audience_skills: "everyone",
    audience_photo: "me",
  });
  expect(opened.data?.audiences).toEqual({ name: "members", skills: "everyone" });
  expect(read({ audience_name: "tous" }).success).toBe(false);
  expect(read({ audience_email: "everyone" }).success).toBe(false);
});

test("things parted by commas are kept once each, at most twelve, sixty letters each", () => {
  expect(read({ skills: " déclarations,micro-entreprise ; ,déclarations" }).data?.skills).toEqual([
    "déclarations",
    "micro-entreprise",
  ]);
  const thirteen = Array.from({ length: 13 }, (_, index) => `chose ${index}`).join(",");
  expect(read({ skills: thirteen }).success).toBe(false);
  expect(read({ skills: "x".repeat(61) }).success).toBe(false);
});

test.each(["https://exemple.fr", "https://www.exemple.fr/page?a=1#b", "HTTPS://Exemple.fr"])(
  "%s is a link",
  (link) => {
    expect(isSafeLink(link)).toBe(true);
  },
);

test.each([
  "javascript:alert(1)",
  "JaVaScRiPt://exemple.fr/%0aalert(1)",
  "data:text/html,<script>alert(1)</script>",
  "http://exemple.fr",
  "https:exemple.fr",
  "https://moi:secret@exemple.fr",
  "https://localhost",
  "//exemple.fr",
  "vbscript:x",
  "exemple.fr",
  "https://",
])("%s is refused", (link) => {
  expect(isSafeLink(link)).toBe(false);
  expect(read({ links: link }).success).toBe(false);
});

test("five links are kept, six refused", () => {
  const links = (count: number) =>
    Array.from({ length: count }, (_, index) => `https://exemple.fr/${index}`).join("\n");
  expect(read({ links: links(5) }).data?.links).toHaveLength(5);
  expect(read({ links: links(6) }).success).toBe(false);
});

test("marks nobody sees and turned text are taken out of every line", () => {
  const { data } = read({ activity: "\u202eecilA\u200b\u0007", rhythm: " mardi\n\njeudi " });
  expect(data).toMatchObject({ activity: "ecilA", rhythm: "mardi jeudi" });
});

test("a box ticked alone and several are a list; what is not offered is refused", () => {
  expect(read({ themes: "image" }).data?.themes).toEqual(["image"]);
  expect(read({ languages: ["fr", "oc"] }).data?.languages).toEqual(["fr", "oc"]);
  expect(read({ themes: ["image", "magie"] }).success).toBe(false);
});
