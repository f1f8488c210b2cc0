import { expect, test } from "vitest";
import { searchTextOf } from "@/lib/members/ads/rules";
import { mostWanted } from "@/lib/members/wanted/rules";

const ask = (personId: string, title: string) => ({
  personId,
  searchText: searchTextOf({ title, text: "" }),
});

test("of what one can do, what most people ask for; somebody who asks twice is one", () => {
  const asks = [
    ask("a", "Une illustration pour une affiche"),
    ask("a", "Encore une illustration"),
    ask("b", "Illustration d’étiquette"),
    ask("c", "Une photo"),
  ];
  expect(mostWanted(["photo", "Illustration"], asks)).toEqual({ offer: "Illustration", people: 2 });
  expect(mostWanted(["photo", "étiquette"], asks)).toEqual({ offer: "photo", people: 1 });
});

test("nobody asks for it, or it is no word: nothing is said", () => {
  expect(mostWanted(["violon"], [ask("a", "Une photo")])).toBeNull();
  expect(mostWanted(["!?"], [ask("a", "Une photo")])).toBeNull();
  expect(mostWanted(["photo aérienne"], [ask("a", "Une photo")])).toBeNull();
});
