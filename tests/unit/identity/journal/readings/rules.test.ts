import { expect, test } from "vitest";
import {
  detailsOf,
  journalAddress,
  readJournalQuestion,
} from "@/lib/identity/journal/readings/rules";

test("an address asks by space, person, action and days; empty fields ask nothing", () => {
  const query = {
    lieu: "le-pressoir",
    personne: " Ada@Exemple.test ",
    action: "role.granted",
    du: "2026-11-01",
    au: "",
    avant: "120",
    autre: "x",
  };
  const { filters, unreadable } = readJournalQuestion(query);
  expect(filters).toEqual({
    lieu: "le-pressoir",
    personne: "ada@exemple.test",
    action: "role.granted",
    du: "2026-11-01",
    avant: "120",
  });
  expect(unreadable).toEqual([]);
});

test("what cannot be read is said and kept as typed, never guessed", () => {
  const query = {
    lieu: "' OR 1=1",
    personne: "pas une adresse",
    action: "tout",
    du: "2026-02-30",
    avant: ["-1", "2"],
  };
  const { filters, typed, unreadable } = readJournalQuestion(query);
  expect(filters).toEqual({});
  expect(unreadable).toEqual(["lieu", "personne", "action", "du", "avant"]);
  expect(typed.du).toBe("2026-02-30");
});

test("the address of a question reads back as the same question", () => {
  const asked = readJournalQuestion({ personne: "a+b@exemple.test", du: "2026-11-01" }).filters;
  const url = new URL(journalAddress("/pilotage/journal", asked), "https://cowloting.example");
  expect(readJournalQuestion(Object.fromEntries(url.searchParams)).filters).toEqual(asked);
  expect(journalAddress("/pilotage/journal", {})).toBe("/pilotage/journal");
});

test("only what differs is told, leaf by leaf", () => {
  const before = { capacity: 4, name: "Salle", terms: { notice: 60 }, modes: ["hour"] };
  const after = { capacity: 6, name: "Salle", terms: { notice: 0 }, modes: ["hour", "day"] };
  expect(detailsOf(before, after)).toEqual([
    { path: "capacity", before: 4, after: 6 },
    { path: "terms.notice", before: 60, after: 0 },
    { path: "modes", before: "hour", after: "hour, day" },
  ]);
  expect(detailsOf(null, { role: "host" })).toEqual([
    { path: "role", before: undefined, after: "host" },
  ]);
});

test("no secret is told, no number of a row; a list of rows is their count", () => {
  const after = {
    token: "abc",
    webhookSecret: "abc",
    address: { url: "https://exemple.test/x", email: "a@b.test" },
    resourceId: "0197a5c4-0000-7000-8000-000000000001",
    partIds: ["0197a5c4-0000-7000-8000-000000000001"],
    left: [{ bookingId: "x" }, { bookingId: "y" }],
  };
  expect(detailsOf(null, after)).toEqual([
    { path: "partIds", before: undefined, after: 1 },
    { path: "left", before: undefined, after: 2 },
  ]);
});

test("a huge line is told in part", () => {
  const after = Object.fromEntries(
    Array.from({ length: 500 }, (_, index) => [`k${index}`, "x".repeat(9_999)]),
  );
  const details = detailsOf(null, after);
  expect(details).toHaveLength(40);
  expect(details.every((detail) => String(detail.after).length === 300)).toBe(true);
});
