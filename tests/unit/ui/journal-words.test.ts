import { createTranslator } from "next-intl";
import { expect, test } from "vitest";
import { journalFile } from "@/components/journal/journal-file";
import { actionChoices, actionWords, changeWords } from "@/components/journal/journal-words";
import { en } from "@/messages/en";
import { fr } from "@/messages/fr";

const inFrench = {
  t: createTranslator({ locale: "fr", messages: fr, namespace: "journal" }),
  locale: "fr" as const,
};
const inEnglish = {
  t: createTranslator({ locale: "en", messages: en, namespace: "journal" }),
  locale: "en" as const,
};

const line = {
  id: "12",
  at: new Date("2026-11-30T08:00:00Z"),
  actor: { personId: "p", name: '=HYPERLINK("https://exemple.test")' },
  action: "role.granted",
  spaceName: "+Le Pressoir",
  subject: { personId: "q", name: "@Ada" },
  before: { reason: "-1+1" },
  after: { role: "host", token: "sésame" },
  requestId: "r-1",
};

test("before and after are said in words, what was changed from what", () => {
  const changed = {
    action: "resource.changed",
    before: { capacity: 1200 },
    after: { capacity: 8 },
  };
  expect(changeWords(changed, inFrench)).toEqual([
    { label: "Personnes au plus", value: "1\u202f200 → 8" },
  ]);
  const granted = { action: "role.granted", before: null, after: { role: "host" } };
  expect(changeWords(granted, inEnglish)).toEqual([{ label: "Role", value: "host" }]);
  const set = {
    action: "space.settings_changed",
    before: { halfDayBoundary: 750 },
    after: { halfDayBoundary: 780 },
  };
  expect(changeWords(set, inFrench)[0]?.value).toBe("12:30 → 13:00");
  const cleared = {
    action: "x.done",
    before: { needsApproval: true },
    after: { needsApproval: null },
  };
  expect(changeWords(cleared, inFrench)[0]?.value).toBe("oui → rien");
});

test("people seen are said by their number and the screen, never by their numbers", () => {
  const after = { screen: "host_day", as: "host", people: ["a", "b"] };
  expect(changeWords({ action: "people.viewed", before: null, after }, inFrench)).toEqual([
    { label: "Personnes", value: "2 personnes, la journée du lieu" },
  ]);
});

test("an action nobody writes any more is still told", () => {
  expect(actionWords("cow.milked", inFrench)).toBe("A fait autre chose (cow.milked)");
  expect(actionWords("booking", inFrench)).not.toContain("journal.");
});

test("every action can be asked for, by its sentence", () => {
  const choices = actionChoices(inFrench);
  expect(choices).toContainEqual({ value: "role.granted", label: "A donné un rôle" });
  expect(new Set(choices.map(({ value }) => value)).size).toBe(choices.length);
});

test("no cell of the file is a formula, and no secret is in it", () => {
  const file = journalFile([line], inFrench);
  const cells = file.split("\r\n")[1]?.match(/"(?:[^"]|"")*"|[^;]+/g) ?? [];
  expect(cells.length).toBeGreaterThan(7);
  for (const cell of cells) expect(cell.replace(/^"/, "")).not.toMatch(/^[=+\-@\t\r]/);
  expect(file).not.toContain("sésame");
  expect(file.startsWith("\ufeff")).toBe(true);
});
