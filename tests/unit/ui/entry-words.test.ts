import { createTranslator } from "next-intl";
import { expect, test } from "vitest";
import { nameOf } from "@/components/host/entry-words";
import { fr } from "@/messages/fr";

test("whoever gave no name is called so, wherever a host reads of them", () => {
  const host = createTranslator({ locale: "fr", messages: fr, namespace: "host" });
  const said = (name: string | null) => nameOf({ name }, { host });
  expect(said("Maëlle Rives")).toBe("Maëlle Rives");
  expect([said(""), said(null)]).toEqual(["Sans nom", "Sans nom"]);
  expect(nameOf({ name: "", isGone: true }, { host })).toBe("une personne partie");
});
