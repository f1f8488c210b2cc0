import fc from "fast-check";
import { expect, test } from "vitest";
import { openMonth, openMonths } from "@/lib/reports/open-data/rules";
import type { OpenMonth } from "@/lib/reports/open-data/schema";
import { monthInput, type Usage } from "@/lib/reports/schema";
import { toldBy } from "@/tests/support/disclosure-solver";

const month = monthInput.parse("2026-05");
const nothing: Usage = { offered: 40, booked: 0, occupied: 0, personDays: 0, users: 0, guests: 0 };
const used = (users: number, own: Partial<Usage> = {}): Usage => ({
  ...nothing,
  ...{ booked: users * 4, occupied: users * 3, personDays: users * 1.5, users },
  ...own,
});
const named = (id: string) => ({ id, slug: id, name: `Lieu ${id}` });

function told(usages: Record<string, Usage>, users?: number): Map<string, OpenMonth> {
  const each = Object.values(usages);
  const sum = (figure: "offered" | "booked" | "occupied" | "personDays" | "guests") =>
    each.reduce((total, usage) => total + usage[figure], 0);
  const network: Usage = {
    ...{ offered: sum("offered"), booked: sum("booked"), occupied: sum("occupied") },
    ...{ personDays: sum("personDays"), guests: sum("guests") },
    users: users ?? each.reduce((total, usage) => total + usage.users, 0),
  };
  const people = (usage: Usage) => usage.users || (usage.guests + usage.booked > 0 ? 1 : 0);
  const behind = {
    network: people(network),
    bySpace: new Map(Object.entries(usages).map(([id, usage]) => [id, people(usage)])),
  };
  const lines = openMonth(month, Object.keys(usages).map(named), {
    usage: { bySpace: new Map(Object.entries(usages)), network },
    behind,
  });
  return new Map(lines.map((line) => [line.space?.slug ?? "network", line]));
}

const hidden = (lines: Map<string, OpenMonth>) =>
  Object.fromEntries([...lines].map(([name, line]) => [name, line.hidden]));

test("where five people and more came, figures are told as they are", () => {
  const lines = told({ a: used(5), b: used(12) });
  expect(lines.get("a")).toMatchObject({
    offered: 40,
    people: { booked: 20, occupied: 15, personDays: 7.5, users: 5, guests: 0 },
    hidden: null,
  });
  expect(lines.get("network")?.people?.users).toBe(17);
});

test("where fewer came, nothing of them is told, and no subtraction gives it back", () => {
  const lines = told({ a: used(2), b: used(9), c: used(30) });
  expect(hidden(lines)).toEqual({
    a: "few_people",
    b: "protects_another",
    c: null,
    network: null,
  });
  expect(lines.get("a")).toMatchObject({ offered: 40, people: null });
});

test("a place nobody came to says so", () => {
  expect(told({ a: nothing, b: used(8) }).get("a")).toMatchObject({
    people: { booked: 0, users: 0 },
    hidden: null,
  });
});

test("guests may be one, and so may those who booked and did not come", () => {
  const guests = used(0, { personDays: 6, guests: 12 });
  expect(hidden(told({ a: guests, b: used(20) }))["a"]).toBe("few_people");
  expect(hidden(told({ a: used(0, { booked: 9 }), b: used(20) }))["a"]).toBe("few_people");
});

test("one to four guests are not told where the people are, nor the next place, nor a network of few", () => {
  const guests = (lines: Map<string, OpenMonth>) =>
    Object.fromEntries(
      [...lines].map(([name, { people, guestsHidden }]) => [name, [people?.guests, guestsHidden]]),
    );
  const of = (...counts: number[]) =>
    guests(
      told(Object.fromEntries(counts.map((count, at) => [`s${at}`, used(9, { guests: count })]))),
    );
  expect(of(1, 12, 30, 0)).toEqual({
    ...{ s0: [null, "few_people"], s1: [null, "protects_another"], s2: [30, null], s3: [0, null] },
    network: [43, null],
  });
  expect(of(1, 2)).toEqual({
    ...{ s0: [null, "protects_another"], s1: [null, "protects_another"] },
    network: [null, "few_people"],
  });
  expect(of(0, 5)).toEqual({ s0: [0, null], s1: [5, null], network: [5, null] });
});

test("where the people are not told, guests are hidden with them, for the same reason", () => {
  const lines = told({ a: used(2, { guests: 3 }), b: used(9, { guests: 9 }), c: used(30) });
  expect(lines.get("a")).toMatchObject({ people: null, hidden: "few_people", guestsHidden: null });
});

test("users of places are not told where these, less the network, would be one to four", () => {
  const users = (lines: Map<string, OpenMonth>) =>
    Object.fromEntries(
      [...lines].map(([name, { people, usersHidden }]) => [name, [people?.users, usersHidden]]),
    );
  // One came only to b, two only to a, and four to both.
  expect(users(told({ a: used(6), b: used(5), c: nothing }, 7))).toEqual({
    ...{ a: [null, "protects_another"], b: [null, "protects_another"], c: [0, null] },
    network: [7, null],
  });
  expect(users(told({ a: used(6), b: used(7) }, 13))).toEqual({
    ...{ a: [6, null], b: [7, null], network: [13, null] },
  });
  // Where a place is hidden whole, it says so once.
  expect(told({ a: used(2), b: used(9), c: used(30) }, 34).get("b")).toMatchObject({
    ...{ people: null, hidden: "protects_another", usersHidden: null },
  });
});

test("a network of few people tells what it offered only", () => {
  // Not even where nobody came: three places of somebody and three people would be one each.
  expect(hidden(told({ a: used(2), b: used(1), c: nothing }))).toEqual({
    ...{ a: "protects_another", b: "protects_another", c: "protects_another" },
    network: "few_people",
  });
  // The same three people in two places.
  expect(hidden(told({ a: used(3), b: used(3) }, 3))["network"]).toBe("few_people");
});

test("where no other place is left to hide, the network's total is hidden too", () => {
  expect(hidden(told({ a: used(4), b: used(2) }))).toEqual({
    a: "few_people",
    b: "few_people",
    network: "protects_another",
  });
});

test("whoever subtracts what is told from the whole finds no hidden count", () => {
  const counts = fc.array(fc.integer({ min: 0, max: 14 }), { minLength: 1, maxLength: 6 });
  let someHidden = 0;
  fc.assert(
    fc.property(counts, (all) => {
      const usages = Object.fromEntries(all.map((users, at) => [`s${at}`, used(users)]));
      const lines = told(usages);
      const away = [...lines.values()].flatMap((line) =>
        line.space && !line.people ? [line.space.slug] : [],
      );
      someHidden += away.length;
      const truth = new Map(away.map((slug) => [slug, usages[slug]?.users ?? 0]));
      const whole = lines.get("network")?.people?.users ?? undefined;
      const shown = [...lines.values()].reduce(
        (sum, line) => sum + (line.space ? (line.people?.users ?? 0) : 0),
        0,
      );
      const sums = whole === undefined ? [] : [{ of: away, sum: whole - shown }];
      // That somebody came is told; the solver has no other bound than the sum.
      const floors = new Map(away.map((slug) => [slug, 1]));
      const ceilings = new Map(away.map((slug) => [slug, 40]));
      expect([...toldBy(truth, sums, floors, ceilings)]).toEqual([]);
    }),
    { numRuns: 300 },
  );
  expect(someHidden).toBeGreaterThan(100);
});

test("months told are those that are over, three years at the most", () => {
  const may = monthInput.parse("2026-05");
  expect(openMonths(monthInput.parse("2026-03"), may)).toEqual(["2026-03", "2026-04"]);
  expect(openMonths(may, may)).toEqual([]);
  expect(openMonths(monthInput.parse("2010-01"), may)).toHaveLength(36);
});
