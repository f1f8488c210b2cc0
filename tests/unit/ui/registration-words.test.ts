import { createTranslator } from "next-intl";
import { expect, test } from "vitest";
import { registrationRefusalWords } from "@/components/registrations/refusal-words";
import { registrationsFile } from "@/components/registrations/registrations-file";
import { fr as messages } from "@/messages/fr";

const t = createTranslator({ locale: "fr", messages, namespace: "eventsRegister" });
const forms = createTranslator({ locale: "fr", messages, namespace: "forms" });

test("what lacks is said at its field, what is short by how many there are", () => {
  const problems = [
    { field: "q-meal", problem: "required" },
    { field: "quantity", problem: "atMost", most: 3 },
  ];
  const incomplete = { ok: false as const, refusal: "incomplete" as const, data: { problems } };
  expect(registrationRefusalWords(incomplete, { t, forms })).toMatchObject({
    fields: {
      "q-meal": "Remplissez ce champ pour continuer.",
      quantity: "Écrivez au plus 3.",
    },
  });
  const many = { ok: false as const, refusal: "too_many" as const, data: { left: 2 } };
  expect(registrationRefusalWords(many, { t, forms }).message).toContain("2 places possibles");
});

test("whoever has a registration already is led to it", () => {
  const data = { token: "abc.def" };
  const already = { ok: false as const, refusal: "already_registered" as const, data };
  expect(registrationRefusalWords(already, { t, forms }).data).toEqual({
    alternatives: [
      { label: "Voir ou changer mon inscription", href: "/evenements/inscription/abc.def" },
    ],
  });
});

test("the file has an answer a column, and no cell that a spreadsheet would run", () => {
  const row = {
    ...{ id: "1", personId: null, name: "=HYPERLINK(1)", email: null, quantity: 2 },
    ...{ state: "confirmed" as const, names: ["Lou; Sam"], offerUntil: null, byHost: true },
    ...{ createdAt: new Date("2026-06-15T06:00:00Z"), endReason: null },
    answers: { car: "yes", bus: "no" },
  };
  const car = { kind: "yes_no" as const, options: [], required: false };
  const questions = [
    { ...car, id: "car", label: "En voiture ?", isFormer: false },
    { ...car, id: "bus", label: "En bus ?", isFormer: true },
  ];
  const registrations = { rows: [row], questions };
  const [header = "", line = ""] = registrationsFile(registrations, { t, locale: "fr" }).split(
    "\r\n",
  );
  expect(header).toBe(
    "\ufeffÉtat;Nom;Avec;Adresse électronique;Personnes;Inscription le;Par;Motif;En voiture ?;En bus ? (ancienne question)",
  );
  expect(line).toBe(
    `Ont une place;'=HYPERLINK(1);"Lou; Sam";;2;2026-06-15T06:00:00.000Z;l’équipe;;Oui;Non`,
  );
});
