import { expect, test } from "vitest";
import { decideErasure, isErasureWord, withoutMention } from "@/lib/privacy/erasures/rules";

test.each(["effacer", "Effacer", " EFFACER ", "erase", "Erase"])("« %s » confirms", (typed) => {
  expect(isErasureWord(typed)).toBe(true);
});

test.each(["", "oui", "efface", "effacer tout"])("« %s » does not", (typed) => {
  expect(isErasureWord(typed)).toBe(false);
});

const nobodys = { isAdmin: false, admins: 1, hostedAlone: [] };

test("a member may leave, and so may an admin among others", () => {
  expect(decideErasure(nobodys)).toBeNull();
  expect(decideErasure({ isAdmin: true, admins: 2, hostedAlone: [] })).toBeNull();
});

test("the last admin and the one host of a space name somebody else first", () => {
  expect(decideErasure({ ...nobodys, isAdmin: true })).toBe("last_admin");
  expect(decideErasure({ ...nobodys, hostedAlone: ["a"] })).toBe("only_host");
});

test("a name leaves what people wrote, and nothing else of a mail", () => {
  const mail = {
    spaceName: "Le Pressoir",
    url: "https://cowloting.example/Le Pressoir",
    text: "Merci à Le Pressoir",
    matches: [{ name: "Le Pressoir", spaceName: "Le Pressoir", day: "2026-06-16" }],
    before: null,
    sequence: 2,
  };
  expect(withoutMention(mail, "Le Pressoir")).toEqual({
    ...mail,
    text: "Merci à —",
    matches: [{ name: "—", spaceName: "Le Pressoir", day: "2026-06-16" }],
  });
});
