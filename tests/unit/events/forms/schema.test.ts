import { expect, test } from "vitest";
import { createEventForm, editEventForm } from "@/lib/events/forms/schema";
import { longest } from "@/lib/events/schema";
import { hostileTexts } from "@/tests/support/hostile-texts";
import { plainFields } from "@/tests/support/plain-events";

const typed = {
  slug: "faitout-luzech",
  title: "Répondre à un marché public",
  summary: "Un après-midi pour comprendre un dossier.",
  description: "On part d’une vraie consultation.",
  theme: "work",
  placeKind: "space",
  day: "2026-06-18",
  from: "14:00",
  until: "17:00",
  capacity: "8",
};
type Differs = Record<string, string | string[]>;
const read = (differs: Differs = {}) => createEventForm.parse({ ...typed, ...differs });
const wrongIn = (differs: Differs) =>
  (createEventForm.safeParse({ ...typed, ...differs }).error?.issues ?? []).map(
    ({ path, message }) => `${path.join()} ${message}`,
  );

test("a form with what must be said is an event, the rest is as most are", () => {
  expect(read()).toEqual({
    ...{ slug: typed.slug, idempotencyKey: undefined, publishes: true },
    fields: plainFields(),
  });
  expect(read({ next: "draft" }).publishes).toBe(false);
});

test("steps of the programme are read one a line, as people write the hour, in their order", () => {
  const programme = "15 h 30 Pause\n\n14:00 Accueil et café\n16h – On conclut";
  expect(read({ programme }).fields.programme).toEqual([
    { minute: 840, text: "Accueil et café" },
    { minute: 930, text: "Pause" },
    { minute: 960, text: "On conclut" },
  ]);
  for (const wrong of [
    "Accueil",
    "25:00 Accueil",
    "14:60 Accueil",
    "14:00",
    `14:00 ${"a".repeat(121)}`,
  ]) {
    expect(wrongIn({ programme: wrong })).toEqual(["programme invalidValue"]);
  }
  expect(wrongIn({ programme: "14:00 a\n".repeat(21) })).toEqual(["programme tooManyItems"]);
});

test("questions come with their row; an empty row is none, a choice is between two at least", () => {
  const row = { question2Label: "Repas ?", question2Kind: "choice", question2Required: "yes" };
  expect(read({ ...row, question2Options: "Oui\nNon;Non" }).fields.questions).toEqual([
    { id: null, label: "Repas ?", kind: "choice", options: ["Oui", "Non"], required: true },
  ]);
  expect(read({ question1Id: "abc", question1Label: "Quoi ?" }).fields.questions).toEqual([
    { id: "abc", label: "Quoi ?", kind: "text", options: [], required: false },
  ]);
  expect(read({ question1Id: "abc", question1Kind: "yes_no" }).fields.questions).toEqual([]);
  expect(wrongIn({ ...row, question2Options: "Oui" })).toEqual(["question2Options required"]);
  const free = { ...row, question2Options: "Oui\nNon", needsRegistration: "no" };
  expect(read(free).fields.questions).toEqual([]);
});

test("prices are cents as they are typed; paid, there is one at least", () => {
  const paid = { priceKind: "set", price1Label: "Plein tarif", price1Amount: "12,50" };
  expect(read({ ...paid, price3Amount: "5" }).fields.prices).toEqual([
    { label: "Plein tarif", cents: 1_250 },
    { label: "", cents: 500 },
  ]);
  expect(read({ price1Amount: "12" }).fields.prices).toEqual([]);
  expect(read({ priceKind: "free" }).fields).toMatchObject({ isFreePrice: true, prices: [] });
  expect(wrongIn({ priceKind: "set" })).toEqual(["price1Amount required"]);
  expect(wrongIn({ ...paid, price2Label: "Réduit" })).toEqual(["price2Amount required"]);
  for (const wrong of ["-1", "1,234", "gratuit", "99999"]) {
    expect(wrongIn({ ...paid, price1Amount: wrong })).toContain("price1Amount invalidValue");
  }
});

test.each<[Differs, string]>([
  [{ title: "\u200b " }, "title required"],
  [{ until: "14:00" }, "until endBeforeStart"],
  [{ day: "2026-02-30" }, "day invalidDate"],
  [{ capacity: "" }, "capacity wholeNumber"],
  [{ placeKind: "room" }, "resourceId required"],
  [{ placeKind: "elsewhere" }, "address required"],
  [{ placeKind: "online" }, "onlineUrl required"],
  [
    { placeKind: "online", onlineUrl: "https://visio.exemple.test/a", needsRegistration: "no" },
    "needsRegistration onlineOpen",
  ],
  [{ onlineUrl: "javascript:alert(1)" }, "onlineUrl invalidLink"],
  [{ minimumPeople: "3" }, "minimumDay required"],
])("what cannot be is said at its field: %o", (differs, wrong) => {
  expect(wrongIn(differs)).toEqual([wrong]);
});

test("seats are asked for where people register, and may be left out where anybody comes", () => {
  const { capacity: _none, ...without } = typed;
  expect(createEventForm.safeParse(without).success).toBe(false);
  const free = createEventForm.parse({ ...without, needsRegistration: "no" });
  expect(free.fields).toMatchObject({ capacity: null, needsRegistration: false });
});

test("whatever is typed is kept short and on its line, or refused", () => {
  for (const text of hostileTexts) {
    const parsed = createEventForm.safeParse({ ...typed, title: text, description: text });
    if (!parsed.success) continue;
    const { title, description } = parsed.data.fields;
    expect(title).toMatch(/^[^\p{Cc}\u202a-\u202e\u200b]{1,120}$/u);
    expect(description.length).toBeLessThanOrEqual(longest.description);
  }
});

test("a field that no form has is refused", () => {
  expect(createEventForm.safeParse({ ...typed, state: "published" }).success).toBe(false);
  const edit = { ...typed, eventId: crypto.randomUUID() };
  expect(editEventForm.safeParse(edit).success).toBe(false);
  const { slug: _slug, ...without } = edit;
  expect(editEventForm.safeParse(without).success).toBe(true);
});

test("an evening ends past midnight, its last steps last; an end before the start is a slip", () => {
  const evening = {
    from: "21:00",
    until: "00:30",
    programme: "21:00 La parole\n0h15 On range\n23:00 Soupe",
  };
  const { fields } = read(evening);
  expect(fields).toMatchObject({ startMinute: 1_260, endMinute: 1_470 });
  expect(fields.programme.map(({ minute }) => minute)).toEqual([1_260, 1_380, 15]);
  expect(read({ from: "21:00", until: "00:00" }).fields.endMinute).toBe(1_440);
  for (const [from, until] of [
    ["14:00", "13:00"],
    ["14:00", "14:00"],
    ["21:00", "06:01"],
  ] as const) {
    expect(wrongIn({ from, until }), `${from} ${until}`).toEqual(["until endBeforeStart"]);
  }
});
