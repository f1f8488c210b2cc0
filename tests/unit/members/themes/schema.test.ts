import { expect, test } from "vitest";
import { themes } from "@/lib/members/themes/schema";
import { en } from "@/messages/en";
import { fr } from "@/messages/fr";

test.each([...themes])("the theme %s has a name in both languages", (theme) => {
  expect(fr.mutualHelp.themes[theme]).toBeTruthy();
  expect(en.mutualHelp.themes[theme]).toBeTruthy();
});
