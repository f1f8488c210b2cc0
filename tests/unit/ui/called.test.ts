import { createTranslator } from "next-intl";
import { expect, test } from "vitest";
import { calledBy } from "@/components/members/called";
import { fr } from "@/messages/fr";

test("somebody who left is called so, not like a member without a name", () => {
  const common = createTranslator({ locale: "fr", messages: fr, namespace: "common" });
  expect(calledBy({ name: "Lucie", isGone: false }, common)).toBe("Lucie");
  expect(calledBy({ name: null, isGone: false }, common)).toBe("Membre");
  expect(calledBy({ name: null, isGone: true }, common)).toBe("une personne partie");
});
